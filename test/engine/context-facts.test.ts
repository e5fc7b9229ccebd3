import { createContextFacts, exampleContext } from '../../src/engine/context-facts';

describe('facts about a build context', () => {
  it('come from its ignore file', () => {
    const facts = createContextFacts({ path: 'a/.dockerignore', text: 'docs\n!docs/a\n' }, () => null);
    expect(facts).toMatchObject({ ignoreFile: 'a/.dockerignore', ignoresNothing: false });
    expect(['docs', 'docs/a', 'src'].map((path) => facts.isIgnored(path))).toEqual([true, false, false]);
    expect(['docs', 'docs/b', 'src'].map((path) => facts.isWhollyIgnored(path))).toEqual([false, true, false]);
    expect([facts.holds('docs'), facts.holdsFolder('docs')]).toEqual([null, null]);
  });

  it('say that nothing is ignored without one', () => {
    const facts = createContextFacts(null, (path) => (path === 'a' ? 'file' : 'nothing'));
    expect(facts).toMatchObject({ ignoreFile: null, ignoresNothing: true });
    expect([facts.isIgnored('a'), facts.isWhollyIgnored(''), facts.holds('a'), facts.holds('b')]).toEqual([false, false, true, false]);
  });

  it('can be made for an example', () => {
    expect(exampleContext({})).toMatchObject({ ignoreFile: null, ignoresNothing: true });
    expect(exampleContext({}).holds('a')).toBeNull();
    const facts = exampleContext({ ignore: '# nothing', files: ['a/b', 'c'] });
    expect(facts).toMatchObject({ ignoreFile: '.dockerignore', ignoresNothing: true });
    expect(['', 'a', 'a/b', 'c', 'b', 'a/'].map((path) => facts.holds(path))).toEqual([true, true, true, true, false, false]);
    expect(['', 'a', 'a/b', 'c', 'b'].map((path) => facts.holdsFolder(path))).toEqual([true, true, false, false, false]);
  });
});
