import { defineRule, knownPrefix, shorten } from '../../src/rule';

export default defineRule({
  summary: 'Copy to an absolute path, or set WORKDIR first',
  why: `A relative destination is relative to the working directory, and when the file sets none that is the one of the base image:
usually \`/\`, but nothing here says so, and another version of the base may change it.`,
  exceptions: 'Where the base image documents its working directory as the place for the application, copying to it is what it is for.',
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'warning' } },
  aliases: ['hadolint:DL3045', 'droast:DF063', 'dockerfile-doctor:DD041'],
  controls: [],
  dockerfile: ({ model, report }) => ({
    COPY(node) {
      const { destination } = node;
      if (destination === null) return;
      if (ABSOLUTE.test(destination.value) || destination.value.startsWith('$')) return;
      const start = knownPrefix(model.resolve(destination, node));
      if (start === '' || ABSOLUTE.test(start)) return;
      const { workdir } = model.stateAt(node);
      if (workdir.from === 'instruction') return;
      if (workdir.from === 'base' && !/^\/?$/.test(workdir.text)) return;
      const shown = shorten(destination.value, 60);
      const trigger = node.trigger ? 'ONBUILD ' : '';
      report({
        at: destination.range,
        message: `${shown} is relative to a directory that this file does not set; add ${trigger}WORKDIR, or write an absolute path`,
      });
    },
  }),
  examples: [
    { good: 'FROM debian:12\nCOPY a /b\nCOPY c "/d"\nWORKDIR /app\nCOPY e .' },
    { bad: 'FROM debian:12\nCOPY a «.»\nCOPY a «./»\nCOPY ["a", «"b c"»]\nWORKDIR /app\nCOPY e .', message: '. is relative' },
    { good: 'FROM debian:12 AS base\nWORKDIR /app\nFROM base\nCOPY a b/' },
    { bad: 'FROM debian:12 AS build\nWORKDIR /app\nFROM debian:12\nCOPY --from=build /app «app»' },
    { good: 'FROM debian:12\nARG DIR\nCOPY a $DIR\nCOPY a ${DIR}/b\nCOPY a C:/b\nCOPY a C:\\\\b' },
    { bad: 'FROM scratch\nCOPY <<EOF «app.conf»\na=b\nEOF' },
  ],
});

const ABSOLUTE = /^(?:[/\\]|[A-Za-z]:)/;
