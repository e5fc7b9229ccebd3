import type { BuildInputs, DockerfileModel, EffectiveState, Setting } from '../../src/dockerfile/model-types';
import type { Instruction, UserInstruction, WorkdirInstruction } from '../../src/dockerfile/nodes';
import { lastInstruction, modelOf, shown, stageAt } from '../support/small-model';

/** The state before a last instruction `RUN end` behind the text. */
function stateBehind(text: string, build: Partial<BuildInputs> = {}): EffectiveState {
  const model = modelOf(`${text}\nRUN end`, build);
  return model.stateAt(lastInstruction(model));
}

function shownSetting(setting: Setting<UserInstruction> | Setting<WorkdirInstruction>): string {
  if (setting.from === 'instruction') return shown(setting.value);
  return setting.from === 'base' ? `base:${setting.text}` : 'unknown';
}

const userOf = (text: string): string => shownSetting(stateBehind(text).user);
const directoryOf = (text: string): string => shownSetting(stateBehind(text).workdir);
const systemOf = (text: string, build: Partial<BuildInputs> = {}): string => stateBehind(text, build).os;
const shellOf = (text: string, build: Partial<BuildInputs> = {}): string => stateBehind(text, build).shell.kind;

describe('USER', () => {
  test.each([
    ['FROM scratch', 'base:'],
    ['FROM debian', 'base:'],
    ['FROM app', 'base:1000'],
    ['FROM empty', 'unknown'],
    ['FROM unheard', 'unknown'],
    ['ARG v\nFROM $v', 'unknown'],
    ['FROM debian\nUSER app', 'app'],
    ['FROM debian\nUSER app\nUSER root', 'root'],
    ['FROM debian\nUSER', 'base:'],
    ['FROM debian\nARG u=app\nUSER $u:grp', 'app:grp'],
    ['FROM debian\nARG u\nUSER $u', '?'],
    ['FROM debian AS a\nUSER app\nFROM a', 'app'],
    ['FROM debian AS a\nUSER app\nFROM debian', 'base:'],
    ['FROM app AS a\nFROM a AS b\nFROM b', 'base:1000'],
    ['FROM debian AS a\nONBUILD USER app\nFROM a', 'app'],
    ['FROM debian AS a\nONBUILD USER app', 'base:'],
    ['FROM debian AS a\nONBUILD USER app\nFROM a AS b\nUSER other\nFROM b', 'other'],
  ])('%j leaves %j', (text, expected) => {
    expect(userOf(text)).toBe(expected);
  });

  test('a named context as base leaves it unknown', () => {
    const model = modelOf('FROM debian\nRUN x', { contexts: { debian: '.' } });
    expect(model.stateAt(lastInstruction(model)).user).toEqual({ from: 'unknown' });
  });

  test('an instruction is judged by what stands before it, a stage by its end', () => {
    const model = modelOf('FROM debian\nRUN a\nUSER app\nRUN b');
    const stage = stageAt(model, 0);
    const users = stage.instructions.map((instruction) => shownSetting(model.stateAt(instruction).user));
    expect(users).toEqual(['base:', 'base:', 'app']);
    expect(shownSetting(model.stateAfter(stage).user)).toBe('app');
    expect(model.stateAfter(stage).user).toMatchObject({ instruction: stage.instructions[1] });
  });
});

describe('WORKDIR', () => {
  test.each([
    ['FROM scratch', 'base:/'],
    ['FROM debian', 'unknown'],
    ['FROM scratch\nWORKDIR app', '/app'],
    ['FROM debian\nWORKDIR app', '?/app'],
    ['FROM debian\nWORKDIR /a\nWORKDIR b\nWORKDIR c', '/a/b/c'],
    ['FROM debian\nWORKDIR', 'unknown'],
    ['FROM debian\nENV D=/srv\nWORKDIR $D/x', '/srv/x'],
    ['FROM debian AS a\nWORKDIR /a\nFROM a\nWORKDIR b', '/a/b'],
    ['FROM win\nWORKDIR C:/app\nWORKDIR x', 'C:/app/x'],
    ['FROM debian\nWORKDIR "/a b"', '/a b'],
  ])('%j leaves %j', (text, expected) => {
    expect(directoryOf(text)).toBe(expected);
  });
});

describe('the operating system', () => {
  test.each<[string, string, Partial<BuildInputs>?]>([
    ['FROM debian', 'linux'],
    ['FROM win', 'windows'],
    ['FROM scratch', 'linux'],
    ['FROM unheard', 'unknown'],
    ['FROM --platform=linux/arm64 unheard', 'linux'],
    ['FROM --platform=windows/amd64 unheard', 'windows'],
    ['FROM --platform=windows/amd64 debian', 'windows'],
    ['FROM --platform=$BUILDPLATFORM unheard', 'unknown'],
    ['FROM --platform=$BUILDPLATFORM debian', 'linux'],
    ['FROM --platform=linux/$TARGETARCH unheard', 'linux'],
    ['ARG P=linux/amd64\nFROM --platform=$P unheard', 'linux'],
    ['FROM --platform unheard', 'unknown'],
    ['FROM unheard', 'linux', { platform: 'linux/amd64' }],
    ['FROM --platform=$TARGETPLATFORM unheard', 'linux', { platform: 'linux/amd64' }],
    ['FROM win', 'windows', { platform: 'linux/amd64' }],
    ['FROM --platform=linux/amd64 unheard AS a\nFROM a', 'linux'],
    ['FROM unheard\nSHELL ["cmd", "/C"]', 'windows'],
    ['FROM unheard\nSHELL ["pwsh", "-c"]', 'unknown'],
    ['# escape=`\nFROM debian', 'linux'],
    ['# escape=`\nFROM scratch', 'linux'],
    ['FROM both', 'linux'],
    ['# escape=`\nFROM both', 'unknown'],
    ['# escape=`\nFROM both:alpine', 'linux'],
    ['# escape=`\nFROM --platform=linux/amd64 both', 'linux'],
    ['FROM both\nSHELL ["powershell", "-Command"]', 'windows'],
    ['FROM both:alpine\nSHELL ["powershell", "-Command"]', 'linux'],
  ])('%j runs on %s', (text, expected, build = {}) => {
    expect(systemOf(text, build)).toBe(expected);
  });
});

describe('SHELL', () => {
  test.each([
    ['FROM debian', 'dash'],
    ['FROM alpine', 'ash'],
    ['FROM app', 'sh'],
    ['FROM empty', 'none'],
    ['FROM win', 'cmd'],
    ['FROM scratch', 'none'],
    ['# escape=`\nFROM scratch', 'none'],
    ['# escape=`\nFROM both', 'unknown'],
    ['FROM unheard', 'unknown'],
    ['FROM --platform=linux/amd64 unheard', 'sh'],
    ['FROM unheard\nSHELL ["bash", "-c"]', 'bash'],
    ['FROM debian\nSHELL ["/bin/sh", "-ec"]', 'dash'],
    ['FROM debian\nSHELL bash -c', 'unknown'],
    ['FROM debian\nSHELL ["bash", "-c"]\nSHELL ["sh", "-c"]', 'dash'],
    ['FROM debian AS a\nSHELL ["bash", "-c"]\nFROM a AS b\nFROM b', 'bash'],
    ['FROM alpine AS a\nSHELL ["bash", "-c"]\nFROM a\nSHELL ["sh", "-c"]', 'ash'],
    ['FROM debian AS a\nSHELL ["bash", "-c"]\nFROM alpine', 'ash'],
    ['FROM debian AS a\nONBUILD SHELL ["bash", "-c"]\nFROM a', 'bash'],
  ])('%j leaves %s', (text, expected) => {
    expect(shellOf(text)).toBe(expected);
  });
});

describe('triggers', () => {
  const trigger = (model: DockerfileModel, index: number): Instruction => {
    const onbuild = stageAt(model, 0).instructions[index];
    if (onbuild?.keyword !== 'ONBUILD' || onbuild.instruction === null) throw new Error('no trigger');
    return onbuild.instruction;
  };

  test('a trigger runs behind its whole stage and behind the triggers before it', () => {
    const model = modelOf('FROM debian\nONBUILD RUN a\nONBUILD USER late\nONBUILD RUN b\nUSER app');
    expect(shownSetting(model.stateAt(trigger(model, 0)).user)).toBe('app');
    expect(shownSetting(model.stateAt(trigger(model, 2)).user)).toBe('late');
  });
});

describe('outside of stages', () => {
  test('everything is unknown above the first FROM, and at a FROM', () => {
    const model = modelOf('RUN a\nFROM debian');
    const unknown = { user: { from: 'unknown' }, workdir: { from: 'unknown' }, os: 'unknown', shell: { kind: 'unknown', knowsPipefail: null } };
    for (const instruction of model.document.instructions) expect(model.stateAt(instruction)).toMatchObject(unknown);
  });
});

describe('long files', () => {
  test('a chain of five thousand stages is followed without running out of stack', () => {
    const stages = Array.from({ length: 5_000 }, (_, index) => `FROM s${index} AS s${index + 1}`);
    expect(userOf(`FROM debian AS s0\nUSER app\n${stages.join('\n')}`)).toBe('app');
  });
});
