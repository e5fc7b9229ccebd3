/**
 * Import this before oclif: to learn whether it runs on Windows underneath, oclif loads an ES module, which jest
 * cannot do.
 */
jest.mock('../../node_modules/@oclif/core/lib/util/os', () => ({ getHomeDir: () => '/', getPlatform: () => 'linux', getShell: () => 'sh' }));

export {};
