import fc from 'fast-check';

import { uriOfPath } from '../../src/report/uri';

describe('uriOfPath', () => {
  test.each([
    ['Dockerfile', 'Dockerfile'],
    ['./a/./b//Dockerfile', 'a/b/Dockerfile'],
    ['../up/Dockerfile', '../up/Dockerfile'],
    ['a b/ü/50%/#1?.Dockerfile', 'a%20b/%C3%BC/50%25/%231%3F.Dockerfile'],
    ['scheme:evil', 'scheme%3Aevil'],
    ['line\nend', 'line%0Aend'],
    ['back\\slash', 'back%5Cslash'],
    ['half\ud83d', 'half%EF%BF%BD'],
    ['-', '-'],
    ['/abs/Docker file', 'file:///abs/Docker%20file'],
    ['C:\\code\\my app\\Dockerfile', 'file:///C:/code/my%20app/Dockerfile'],
  ])('%p', (path, uri) => {
    expect(uriOfPath(path, null)).toBe(uri);
  });

  test.each([
    ['/repo/a/Dockerfile', '/repo', 'a/Dockerfile'],
    ['/repo/a/Dockerfile', '/repo/', 'a/Dockerfile'],
    ['/repository/Dockerfile', '/repo', 'file:///repository/Dockerfile'],
    ['/etc/Dockerfile', '/', 'file:///etc/Dockerfile'],
    ['a/Dockerfile', '/repo', 'a/Dockerfile'],
    ['C:\\repo\\a\\Dockerfile', 'C:\\repo', 'a/Dockerfile'],
  ])('%p below %p', (path, root, uri) => {
    expect(uriOfPath(path, root)).toBe(uri);
  });

  test('every relative path comes back from its URI', () => {
    const segment = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/^\.\.?$|\/|^[A-Za-z]:\\/.test(text));
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), (segments) => {
        const uri = uriOfPath(segments.join('/'), null);
        expect(uri).toMatch(/^[A-Za-z0-9\-._~!*'()%/]+$/);
        expect(uri.split('/').map(decodeURIComponent)).toEqual(segments);
      }),
    );
  });
});
