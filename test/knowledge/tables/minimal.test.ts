import { factsOf, short } from '../../support/table-facts';

describe('minimal images', () => {
  test.each([
    ['gcr.io/distroless/static', 'linux none no-pipefail root'],
    ['gcr.io/distroless/static-debian12:nonroot', 'linux none no-pipefail non-root'],
    ['gcr.io/distroless/static-debian12:nonroot-amd64', 'linux none no-pipefail non-root'],
    ['gcr.io/distroless/base:debug', 'linux - - root'],
    ['gcr.io/distroless/base:debug-nonroot', 'linux - - non-root'],
    ['gcr.io/distroless/nodejs22-debian13', 'linux none no-pipefail root'],
    ['gcr.io/distroless/java17-debian13:*', 'linux - - -'],
    ['gcr.io/distroless/unheard', 'not in the table'],
    ['ghcr.io/distroless/static', 'not in the table'],
    ['cgr.dev/chainguard/static', 'linux none no-pipefail non-root'],
    ['cgr.dev/chainguard/static:latest-dev', 'linux - - non-root'],
    ['chainguard/python', 'linux - - non-root'],
    ['cgr.dev/chainguard/wolfi-base', 'linux - - -'],
  ])('%s: %s', (image, expected) => {
    expect(short(image)).toBe(expected);
  });

  test('the non-root user of distroless is a number', () => {
    expect(factsOf('gcr.io/distroless/cc:nonroot')).toMatchObject({ user: '65532', toolchains: [] });
  });
});
