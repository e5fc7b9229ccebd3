import { factsOf, short } from '../../support/table-facts';

const MCR = 'mcr.microsoft.com';

describe('Microsoft images', () => {
  test.each([
    ['dotnet/sdk:8.0', 'linux dash no-pipefail root'],
    ['dotnet/sdk:10.0', 'linux dash no-pipefail root'],
    ['dotnet/sdk:11.0', 'linux dash - root'],
    ['dotnet/sdk:8.0-alpine', 'linux ash pipefail root'],
    ['dotnet/sdk:8.0-cbl-mariner2.0', 'linux bash pipefail root'],
    ['dotnet/sdk:10.0-nanoserver-ltsc2022', 'windows - no-pipefail non-root'],
    ['dotnet/aspnet:8.0', 'linux dash no-pipefail root'],
    ['dotnet/aspnet:10.0-noble-chiseled', 'linux none no-pipefail non-root'],
    ['dotnet/aspnet:*', 'linux - - -'],
    ['dotnet/runtime:10.0-azurelinux3.0-distroless', 'linux none no-pipefail non-root'],
    ['dotnet/core/runtime-deps:3.1', 'linux dash no-pipefail root'],
    ['dotnet/framework/sdk:4.8', 'windows - no-pipefail -'],
    ['windows/servercore:ltsc2022', 'windows cmd no-pipefail root'],
    ['windows/nanoserver:ltsc2022', 'windows cmd no-pipefail non-root'],
    ['windows/nanoserver:1709', 'windows cmd no-pipefail -'],
    ['windows/nanoserver:*', 'windows cmd no-pipefail -'],
    ['windows/servercore/iis', 'windows - no-pipefail -'],
    ['azurelinux/base/core:3.0', 'linux bash pipefail root'],
    ['azurelinux/distroless/minimal:3.0', 'linux none no-pipefail -'],
    ['cbl-mariner/distroless/minimal:2.0-nonroot', 'linux none no-pipefail non-root'],
    ['azurelinux/distroless/debug:3.0', 'linux - - -'],
    ['powershell:alpine-3.20', 'linux ash pipefail -'],
    ['powershell', '- - - -'],
    ['dotnet-buildtools/prereqs:ubuntu-22.04-cross-arm64', 'linux dash no-pipefail root'],
    ['dotnet-buildtools/prereqs:ubuntu-22.04-helix-amd64', 'linux dash no-pipefail -'],
    ['dotnet-buildtools/prereqs:windowsservercore-ltsc2022', 'windows - no-pipefail -'],
    ['vscode/devcontainers/python:0-3.9-bullseye', 'linux dash no-pipefail root'],
    ['devcontainers/base:alpine', 'linux ash pipefail root'],
    ['devcontainers/universal:2', 'linux - - -'],
    ['azure-functions/node:4-node20', 'linux - - root'],
    ['azure-functions/dotnet:3.0-nanoserver-1809', 'windows - no-pipefail -'],
    ['azure-cli', 'linux - - root'],
    ['devcontainers/unheard', 'not in the table'],
    ['mssql/server:2022-latest', 'linux dash - non-root'],
    ['mssql/server:2017-latest', 'linux dash - -'],
  ])('%s: %s', (image, expected) => {
    expect(short(`${MCR}/${image}`)).toBe(expected);
  });

  test('the user of a non-root variant is the one its config names', () => {
    expect(factsOf(`${MCR}/dotnet/aspnet:8.0-jammy-chiseled`)).toMatchObject({ user: '1654' });
    expect(factsOf(`${MCR}/dotnet/aspnet:6.0-jammy-chiseled`)).toMatchObject({ user: null, runsAsRoot: false });
    expect(factsOf(`${MCR}/windows/nanoserver:ltsc2022`)).toMatchObject({ user: 'ContainerUser' });
  });

  test.each([
    ['8.0', 'dotnet/aspnet:8.0'],
    ['8.0-alpine', 'dotnet/aspnet:8.0-alpine'],
    ['8.0.100-jammy', 'dotnet/aspnet:8.0-jammy'],
    ['10.0-noble-aot', 'dotnet/aspnet:10.0'],
    ['latest', 'dotnet/aspnet'],
    ['*', 'dotnet/aspnet'],
  ])('what sdk:%s publishes can run on %s', (tag, expected) => {
    expect(factsOf(`${MCR}/dotnet/sdk:${tag}`)).toMatchObject({ toolchains: ['dotnet'], runtime: `${MCR}/${expected}` });
  });
});
