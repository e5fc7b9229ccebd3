import { isMovingRevision, revisionInAddress } from '../../src/text/git-revision';

test.each(['main', 'master', 'HEAD', 'FETCH_HEAD', 'HEAD~1', 'origin/release-1.2', 'refs/heads/v1', '2.x', 'gh-pages', '.'])('%s moves', (text) => expect(isMovingRevision(text)).toBe(true));

test.each(['v1.2', '1f2e3d4', 'abcdefa', 'refs/tags/stable', 'tags/stable', 'release-1.2', '$REF', 'v$REF', '$(git describe)'])('%s may stay', (text) => expect(isMovingRevision(text)).toBe(false));

test.each([
  ['https://x.org/a.git', ''],
  ['https://x.org/a.git#', ''],
  ['https://x.org/a.git#v1', 'v1'],
  ['https://x.org/a.git#v1:docs', 'v1'],
  ['https://x.org/a.git#:docs', ''],
  ['https://x.org/a.git?ref=v1&subdir=docs', 'v1'],
  ['https://x.org/a.git?subdir=docs&commit=1f2e', '1f2e'],
  ['github:o/r#semver:^1', '^1'],
  ['https://x.org/a.git?subdir=docs', ''],
])('%s names "%s"', (address, revision) => expect(revisionInAddress(address)).toBe(revision));
