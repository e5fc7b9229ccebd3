import { factsOf, short } from '../../support/table-facts';

describe('operating systems', () => {
  test.each([
    ['debian:12', 'linux dash no-pipefail root'],
    ['debian:bookworm-slim', 'linux dash no-pipefail root'],
    ['debian:bullseye-20240101', 'linux dash no-pipefail root'],
    ['debian:9.13', 'linux dash no-pipefail root'],
    ['debian:13', 'linux dash - root'],
    ['debian', 'linux dash - root'],
    ['debian:stable-slim', 'linux dash - root'],
    ['debian:*', 'linux dash - root'],
    ['ubuntu:24.04', 'linux dash no-pipefail root'],
    ['ubuntu:jammy', 'linux dash no-pipefail root'],
    ['ubuntu:14.04', 'linux dash no-pipefail root'],
    ['ubuntu:24.10', 'linux dash - root'],
    ['ubuntu:26.04', 'linux dash - root'],
    ['ubuntu', 'linux dash - root'],
    ['public.ecr.aws/ubuntu/ubuntu:22.04', 'linux dash no-pipefail root'],
    ['alpine', 'linux ash pipefail root'],
    ['alpine:*', 'linux ash pipefail root'],
    ['arm32v7/alpine:edge', 'linux ash pipefail root'],
    ['busybox:musl', 'linux ash pipefail root'],
    ['fedora:41', 'linux bash pipefail root'],
    ['quay.io/centos/centos:stream9', 'linux bash pipefail root'],
    ['amazonlinux:2', 'linux bash pipefail root'],
    ['opensuse/leap:15.6', 'linux bash pipefail root'],
    ['opensuse/tumbleweed', 'linux - - root'],
    ['registry.access.redhat.com/ubi9/ubi-minimal', 'linux bash pipefail root'],
    ['registry.access.redhat.com/ubi8', 'linux bash pipefail root'],
    ['registry.redhat.io/rhel7', 'linux bash pipefail root'],
    ['redhat/ubi9-minimal:9.4', 'linux bash pipefail root'],
    ['registry.access.redhat.com/ubi9/s2i-base', 'linux bash pipefail root'],
    ['quay.io/sclorg/s2i-core-c9s', 'linux bash pipefail root'],
    ['registry.access.redhat.com/ubi9/nodejs-20', 'linux bash pipefail non-root'],
    ['registry.access.redhat.com/ubi9/something', 'not in the table'],
    ['ubi9/ubi-minimal', 'not in the table'],
    ['nvidia/cuda:12.9.1-devel-ubuntu24.04', 'linux dash no-pipefail root'],
    ['nvidia/cuda:12.9.1-devel-rockylinux9', 'linux bash pipefail root'],
    ['nvidia/cuda:*', 'linux - - root'],
    ['quay.io/pypa/manylinux_2_28_x86_64', 'linux bash pipefail root'],
    ['continuumio/miniconda3', 'linux dash - root'],
    ['buildpack-deps:bookworm', 'linux dash no-pipefail root'],
  ])('%s: %s', (image, expected) => {
    expect(short(image)).toBe(expected);
  });

  test('a plain system has no compiler, buildpack-deps has', () => {
    expect(factsOf('debian:12')).toMatchObject({ user: '', toolchains: [], runtime: null });
    expect(factsOf('buildpack-deps:bookworm')).toMatchObject({ toolchains: ['c', 'c++'] });
    expect(factsOf('buildpack-deps:bookworm-curl')).toMatchObject({ toolchains: [] });
    expect(factsOf('buildpack-deps:*')).toMatchObject({ toolchains: null });
    expect(factsOf('registry.access.redhat.com/ubi9/python-312')).toMatchObject({ user: '1001' });
  });
});
