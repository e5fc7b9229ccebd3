import fc from 'fast-check';

import { escapeData, escapeProperty, workflowCommand } from '../../src/report/workflow-command';

describe('escaping', () => {
  test('of messages', () => {
    expect(escapeData('100%\r\n: a, b')).toBe('100%25%0D%0A: a, b');
    expect(escapeData('%0A')).toBe('%250A');
  });

  test('of property values', () => {
    expect(escapeProperty('a:b,c%\n')).toBe('a%3Ab%2Cc%25%0A');
  });
});

describe('a workflow command', () => {
  test('has properties and a message', () => {
    expect(workflowCommand('error', { file: 'a,b', line: 3 }, 'two\nlines')).toBe('::error file=a%2Cb,line=3::two%0Alines');
  });

  test('may have no properties', () => {
    expect(workflowCommand('notice', {}, 'text')).toBe('::notice::text');
  });

  test('cuts its message at 4,096', () => {
    expect(workflowCommand('notice', {}, 'x'.repeat(4097))).toBe(`::notice::${'x'.repeat(4095)}…`);
    expect(workflowCommand('notice', {}, 'x'.repeat(4096))).toBe(`::notice::${'x'.repeat(4096)}`);
  });

  test('stays one command whatever its texts', () => {
    const text = fc.string({ unit: fc.constantFrom('\n', '\r', '::', ',', '%', 'set-output name=a', '%0A', ' ', 'a') });
    fc.assert(
      fc.property(text, text, (file, message) => {
        const line = workflowCommand('warning', { file, line: 1 }, message);
        expect(line).not.toMatch(/[\n\r]/);
        // As the runner reads it: up to the second `::` are the properties, split at commas.
        const [, properties = '', data = ''] = /^::warning ([^:]*)::(.*)$/.exec(line) ?? [];
        expect(properties.split(',').map((property) => property.split('=')[0])).toEqual(['file', 'line']);
        expect(data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')).toBe(message);
      }),
    );
  });
});
