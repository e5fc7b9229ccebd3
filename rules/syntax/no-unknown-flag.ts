import {
  BUILDAH_MOUNT_KEYS, defineRule, flagFacts, flagNames, frontendOf, instructionsWithFlag, isFlagValue, isMountValue, knownText,
  mayKnowMore, missingRelease, mountKeyFacts, mountKeyNames, nearestName, type Flag, type FlagOption, type Instruction, type Keyword,
  type Range, type Severity,
} from '../../src/rule';

export default defineRule({
  summary: 'Use only flags and mount options that the builder knows, once each and with a valid value',
  why: `The builder stops at a flag, a mount option or a value it does not know. A flag that came with a later frontend works only
if the file asks for that release with \`# syntax=\`, or the builder is new enough.`,
  exceptions: 'A custom frontend may know more flags; there an unknown one is a warning. Name the builder in the config when it is Buildah or Podman.',
  severity: 'error',
  presets: { strict: {} },
  aliases: ['dockerfile-utils:FLAG_*', 'dockerfile-utils:UNKNOWN_*_FLAG'],
  controls: [],
  dockerfile: ({ model, report }) => {
    const frontend = frontendOf(model.syntax);
    const forUnknown = mayKnowMore(frontend) ? { severity: 'warning' as const } : {};

    function judgeInstruction(node: Instruction): void {
      if (node.keyword === 'UNKNOWN' || node.flags.length === 0) return;
      const { keyword } = node;
      const seen = new Set<string>();
      for (const flag of node.flags) {
        const facts = flagFacts(keyword, flag.name);
        if (facts === null) {
          const dropped = isDropped(node);
          const lowered = dropped ? { severity: 'warning' as const } : forUnknown;
          report({ at: flag.range, message: unknownFlag(keyword, flag.name, dropped), ...lowered });
          continue;
        }
        if (isDropped(node)) continue;
        if (seen.has(flag.name) && !facts.repeatable) {
          report({ at: flag.range, message: `--${flag.name} is given twice; keep one of them` });
        }
        seen.add(flag.name);
        judgeValue(node, flag);
        reportRelease(flag.nameRange, `--${flag.name}`, missingRelease(facts, frontend));
        if (flag.name === 'mount') judgeMount(node, flag);
      }
    }

    function judgeValue(node: Instruction & { keyword: Keyword }, flag: Flag): void {
      const facts = flagFacts(node.keyword, flag.name);
      if (facts === null) return;
      if (flag.value === null) {
        if (facts.value !== 'boolean') report({ at: flag.range, message: `--${flag.name} needs a value behind an equals sign` });
        return;
      }
      if (isFlagValue(facts.value, flag.value.value)) return;
      const wanted = facts.value === 'boolean' ? 'true or false' : Array.isArray(facts.value) ? facts.value.join(', ') : 'another value';
      report({ at: flag.value.range, message: `--${flag.name} does not take ${named(flag.value.value)}; use ${wanted}` });
    }

    function judgeMount(node: Instruction, flag: Flag): void {
      const type = mountType(node, flag);
      for (const option of flag.options) judgeMountOption(node, option, type);
      if (type !== 'secret') return;
      const keys = flag.options.map((option) => option.key.toLowerCase());
      const source = flag.options.find((option) => ['source', 'src'].includes(option.key.toLowerCase()));
      if (source !== undefined && keys.includes('id')) {
        report({ at: source.keyRange, message: `A secret mount takes id or ${source.key}, not both; remove ${source.key}` });
      }
      if (!keys.some((key) => ['id', 'source', 'src', 'target', 'dst', 'destination'].includes(key))) {
        report({ at: flag.range, message: 'A secret mount needs an id, a source or a target; add id=' });
      }
    }

    /** The mount's type in lower case, or null when it is not known. */
    function mountType(node: Instruction, flag: Flag): string | null {
      let type: string | null = 'bind';
      for (const { key, value } of flag.options) {
        if (key.toLowerCase() === 'type') type = value === null ? null : (knownText(model.resolve(value, node))?.toLowerCase() ?? null);
      }
      return type;
    }

    function judgeMountOption(node: Instruction, option: FlagOption, type: string | null): void {
      const { key, keyRange, value } = option;
      const facts = mountKeyFacts(key);
      if (facts === null) {
        const buildah = BUILDAH_MOUNT_KEYS.includes(key);
        const lowered = buildah && model.build.builder === 'buildah' ? { severity: 'info' as const } : forUnknown;
        report({ at: keyRange.end > keyRange.start ? keyRange : option.range, message: unknownMountKey(key), ...lowered });
        return;
      }
      if (facts.types !== null && type !== null && !facts.types.some((known) => known === type)) {
        if (mountKeyFacts('type')?.value.includes(type) === true) {
          report({ at: keyRange, message: `A mount of type ${type} takes no ${key}; remove it or use ${facts.types.join(' or ')}` });
        }
        return;
      }
      reportRelease(keyRange, key, facts.since === null ? null : missingRelease({ since: facts.since, labsSince: null }, frontend));
      if (value === null) {
        if (facts.value !== 'switch') report({ at: keyRange, message: `The mount option ${key} needs a value behind an equals sign` });
        return;
      }
      const text = knownText(model.resolve(value, node));
      if (text === null || isMountValue(facts.value, text)) return;
      const choice = typeof facts.value === 'string' ? VALUE_NAMES[facts.value] : facts.value.join(', ');
      report({ at: value.range, message: `The mount option ${key} does not take ${named(text)}; use ${choice}` });
    }

    function reportRelease(at: Range, name: string, release: string | null): void {
      if (release === null) return;
      const severity: Severity = 'info';
      report({ at, message: `${name} needs frontend ${release}; ask for it with # syntax=docker/dockerfile:${release}`, severity });
    }

    return {
      end() {
        for (const node of model.document.instructions) {
          judgeInstruction(node);
          if (node.keyword === 'ONBUILD' && node.instruction !== null) judgeInstruction(node.instruction);
        }
      },
    };
  },
  examples: [
    {
      good: `FROM --platform=linux/amd64 alpine:3.20
COPY --link --chown=1000:1000 --chmod=u=rw --exclude=*.md --exclude=*.txt a /a
RUN --mount=type=cache,target=/c,sharing=locked,uid=1000 --mount=type=secret,id=x,required --network=none true
RUN --mount=type=tmpfs,target=/t,size=64m --mount=from=build,target=/x,rw true
HEALTHCHECK --interval=5s --start-interval=1s CMD true`,
    },
    { bad: 'FROM alpine:3.20\nCOPY «--chwon=1000» a /a\nADD «--from=x» b /b\nCMD «--port» 80', message: '--chown' },
    { bad: 'FROM alpine:3.20\nCOPY --chown=1 «--chown=2» a /a\nCOPY «--chown» 1000 a /a\nCOPY --link=«yes» a /a' },
    { bad: 'FROM alpine:3.20\nRUN --network=«bridge» true', message: 'default, none, host' },
    { bad: 'FROM alpine:3.20\nRUN --mount=type=cache,«taget»=/c,sharing=«lock» true\nRUN --mount=type=bind,target=/b,«relabel»=shared true' },
    { bad: 'FROM alpine:3.20\nRUN --mount=type=bind,target=/b,«uid»=1 true\nRUN «--mount=type=secret,env=X» true', message: 'type bind' },
    { build: { builder: 'buildah' }, bad: 'FROM alpine:3.20\nRUN --mount=type=bind,target=/b,«z» true', severity: 'info' },
    { bad: '# syntax=docker/dockerfile:1.4\nFROM alpine:3.20\nCOPY --«exclude»=*.md a /a', severity: 'info', message: '1.19' },
  ],
});

const VALUE_NAMES = {
  text: 'another value',
  switch: 'true or false',
  octal: 'an octal number',
  number: 'a number',
  size: 'a size such as 64m',
} as const;

/** The builder drops the flags of these without a look. */
function isDropped(node: Instruction): boolean {
  if (node.keyword === 'HEALTHCHECK') return node.type?.value.toUpperCase() === 'NONE';
  return node.keyword === 'ARG' || node.keyword === 'STOPSIGNAL';
}

function named(value: string): string {
  return value === '' ? 'an empty value' : value;
}

function unknownFlag(keyword: Keyword, name: string, dropped: boolean): string {
  const own = flagNames(keyword);
  const near = nearestName(name, own);
  if (near !== null) return `${keyword} has no flag --${name}; --${near} may be meant`;
  const others = instructionsWithFlag(name);
  if (others.length > 0) return `--${name} is a flag of ${others.join(' and ')}, not of ${keyword}; remove it`;
  if (own.length > 0) return `${keyword} has no flag --${name}; remove it`;
  if (dropped) return `${keyword} takes no flags, so the builder drops --${name}; remove it`;
  const remedy = keyword === 'CMD' || keyword === 'ENTRYPOINT' ? 'put the program in front of it, or use the JSON form' : 'remove it';
  return `${keyword} takes no flags, so the builder refuses --${name}; ${remedy}`;
}

function unknownMountKey(key: string): string {
  if (key === '') return 'This mount holds an empty option; remove the comma';
  if (BUILDAH_MOUNT_KEYS.includes(key)) return `Only Podman and Buildah know the mount option ${key}; remove it to build with BuildKit`;
  const near = nearestName(key, mountKeyNames());
  return near === null ? `There is no mount option ${key}; remove it` : `There is no mount option ${key}; ${near} may be meant`;
}
