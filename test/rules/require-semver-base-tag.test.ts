import rule from '../../rules/base-image/require-semver-base-tag';
import { problemsOf } from '../support/run-rule';

const isReported = (tag: string, depth: string): boolean => problemsOf(rule, `FROM image:${tag}`, { options: { depth } }).length > 0;

describe('require-semver-base-tag', () => {
  it.each([
    ['22', 1], ['v22', 1], ['22-alpine', 1], ['8u292-jdk', 1], ['17-jdk', 1], ['1234567', 1],
    ['22.12', 2], ['3.20-alpine', 2], ['3.12rc1-slim', 2], ['24.04', 2], ['3.9b2', 2], ['2024.1', 2],
    ['22.12.0', 3], ['v1.2.3-rc.1', 3], ['1.2.3_build', 3], ['11.0.19_7-jre', 3], ['10.0.20348.1', 3], ['2024.1.15', 3],
  ])('takes %s for a version of depth %i', (tag, depth) => {
    const reported = ['major', 'minor', 'patch'].map((wanted) => isReported(tag, wanted));
    expect(reported).toEqual([1, 2, 3].map((wanted) => wanted > depth));
  });

  it.each(['bookworm', 'lts', 'stable-slim', '20240101', '2024-01-01', '20240101-slim', '4f5e6d7', 'sha-1234567', 'jdk-17', 'ltsc2022', '3x'])(
    'takes %s for no version',
    (tag) => {
      expect(isReported(tag, 'major')).toBe(true);
    },
  );

  it('leaves latest, missing tags, digests and unknown parts alone', () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    expect(problemsOf(rule, `ARG T\nFROM a:latest\nFROM a\nFROM a@${digest}\nFROM a:\${T}-slim\nFROM a:slim-$T\nFROM \${T}`)).toEqual([]);
  });
});
