import { bashismsIn, chainInstructions, defineRule, mentions, type RunInstruction } from '../../src/rule';

/** What any of them looks like, for a first look at the text. */
const TRACES = new RegExp(
  '\\[\\[|\\(\\(|&>|>&\\s*[^\\s\\d-]|<<<|<\\(|\\|&|=\\(|\\+=|==|\\{[^\\s{}]{0,300}(?:,|\\.\\.)|\\$\'|\\$\\{(?:!|\\w+(?:[/^,@\\[]|:[^-+=?]))|' +
    '\\b(?:source|let|pushd|popd|dirs|declare|typeset|shopt|mapfile|readarray|builtin|disown|caller|compgen|select|trap|export\\s+-f|read\\s+-|echo\\s+-[nE]*e)',
);
/** Puts another shell in the place of /bin/sh. */
const REPLACES_SH = /\b(?:ln|mv|cp|install|update-alternatives|rpm)\b[^;&|]{0,200}\/bin\/sh(?![\w/.-])|\bln\b[^;&|]{0,200}\bsh(?:\s|$)|dpkg-(?:reconfigure|divert)/;

export default defineRule({
  summary: 'Write plain sh where sh runs the RUN',
  why: `\`/bin/sh\` is dash on Debian and Ubuntu, and BusyBox ash on Alpine. What only bash knows fails there, or worse, does
something else: \`&>\` starts a background job, \`echo -e\` prints \`-e\`, and \`if [[ … ]]\` is simply false.`,
  exceptions: `Set \`SHELL ["/bin/bash", "-c"]\` if the image has bash. Reported is only what the shell of the image is known not to understand;
ash knows much of it, such as \`[[\` and \`source\`. On an unknown base nothing is.`,
  severity: 'warning',
  presets: { strict: {}, hadolint: {} },
  aliases: ['droast:DF066', 'hadolint:SC3*'],
  controls: [],
  dockerfile: ({ model, shell, report }) => {
    function isReplaced(node: RunInstruction): boolean {
      const stage = model.stageOf(node);
      if (stage === null) return true;
      for (const earlier of chainInstructions(stage)) {
        if ((earlier.keyword === 'RUN' || earlier.keyword === 'ONBUILD') && mentions(model, earlier, REPLACES_SH)) return true;
        if (earlier === node) return false;
      }
      return false;
    }

    return {
      RUN(node: RunInstruction) {
        const { kind } = model.stateAt(node).shell;
        if ((kind !== 'dash' && kind !== 'ash' && node.heredocs.length === 0) || !mentions(model, node, TRACES)) return;
        for (const script of shell.scripts(node)) {
          const found = bashismsIn(script);
          if (found.length > 0 && isReplaced(node)) return;
          for (const { range, what, instead } of found) {
            const advice = instead === null ? 'set SHELL to a bash' : `use ${instead}, or set SHELL to a bash`;
            report({ at: range, message: `${what} is not known to ${script.shell}, the shell of this image; ${advice}` });
          }
        }
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN source ./env && [[ $A == b* ]] && echo -e "a\\tb" &> log' },
    { bad: 'FROM debian:12\nRUN if «[[» -f x ]]; then «source» ./x; fi', message: 'dash' },
    { bad: 'FROM debian:12\nRUN «echo -e» "a\\tb" > f; make «&> log»; [ "$A" «==» b ] && touch «{a,b}»' },
    { good: 'FROM alpine:3.20\nRUN [[ -f x ]] && source ./x && echo -e "a\\tb" &> log; [ "$A" == b ]' },
    { bad: 'FROM alpine:3.20\nRUN «pushd» /srv && for i in «{1..3}»; do touch "$i"; done && «popd»', message: 'ash' },
    { good: 'FROM registry.example.org/app:1\nRUN [[ -f x ]] && echo -e "a\\tb"' },
    { good: 'FROM debian:12\nRUN bash -c "[[ -f x ]]" && echo "[[" && grep -E a{1,2} x\nRUN ln -sf /bin/bash /bin/sh\nRUN source ./x' },
  ],
});
