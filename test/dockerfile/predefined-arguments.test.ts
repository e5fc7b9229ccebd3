import { isPredefinedArgument } from '../../src/dockerfile/predefined-arguments';

test('proxies, platforms and switches of the builder are predefined', () => {
  const names = ['HTTP_PROXY', 'no_proxy', 'Http_Proxy', 'TARGETARCH', 'BUILDKIT_INLINE_CACHE', 'SOURCE_DATE_EPOCH', 'VERSION', 'constructor'];
  expect(names.filter(isPredefinedArgument)).toEqual(['HTTP_PROXY', 'no_proxy', 'TARGETARCH', 'BUILDKIT_INLINE_CACHE', 'SOURCE_DATE_EPOCH']);
});
