import { chainInstructions, compileCommand, compilerPattern, defineRule, imageName, mentions, namesDevelopment, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Do not ship an SDK image where a runtime image exists',
  why: `An SDK image holds compilers, headers and package managers that the program does not need when it runs. They make the image
several times larger, and each of them is something more to keep patched.`,
  exceptions: `Images for development and for build machines are SDK images on purpose: a stage whose name says so (\`dev\`, \`test\`) is
silent, and so is one that starts no program.`,
  severity: 'info',
  presets: { strict: {}, cis: {}, gc: {} },
  aliases: ['tally:gpu/prefer-runtime-final-stage'],
  controls: ['cis-docker:4.3', 'gc:minimal-image'],
  mentions: ['cmd', 'entrypoint'],
  dockerfile: ({ model, shell, report }) => {
    /** That the program is built in the stage that ships is told by `prefer-multi-stage-build`. */
    function compiles(stage: Stage): boolean {
      return chainInstructions(stage).some(
        (node) => node.keyword === 'RUN' && mentions(model, node, compilerPattern()) && shell.commands(node).some((command) => compileCommand(command) !== null),
      );
    }

    /** Images that others work in start nothing, a shell, or a build tool. */
    function startsProgram(stage: Stage): boolean {
      const starts = chainInstructions(stage).filter(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
      if (starts.some(({ argumentText }) => /\b(?:mvn|gradle)\b/.test(argumentText))) return false;
      return starts.some((node) => {
        return !/^(?:\[\s*"?)?(?:\/\w+)*\/?(?:(?:ba|da|a|z)?sh|sleep|pwsh)\b/.test(node.argumentText) && node.argumentText !== '[]';
      });
    }

    function judge(stage: Stage): void {
      const root = stage.chain[0];
      if (root?.base.kind !== 'image' || root.from.image === null) return;
      const { known, reference } = root.base;
      if (known === null || !isDevelopmentImage(known.name, reference.tag.kind === 'known' ? reference.tag.text : '')) return;
      if (stage.chain.some(({ name }) => namesDevelopment(name)) || !startsProgram(stage) || compiles(stage)) return;
      const runtime = known.name === 'nvidia/cuda' ? imageName(reference).replace('-devel', '-runtime') : known.runtime;
      if (runtime === null) return;
      report({
        at: reference.word.range,
        message: `${imageName(reference)} holds tools for building, and the image is shipped on it; build in a stage of its own and run on ${runtime}`,
      });
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'skip', why: 'a trigger adds nothing to this image' } },
  examples: [
    { good: 'FROM maven:3-eclipse-temurin-21 AS build\nRUN mvn package\nFROM eclipse-temurin:21-jre\nCOPY --from=build /app.jar /' },
    { good: 'FROM mcr.microsoft.com/dotnet/sdk:9.0 AS dev\nWORKDIR /src\nFROM golang:1.23\nFROM maven:3-eclipse-temurin-21\nRUN mvn package' },
    { bad: 'FROM «mcr.microsoft.com/dotnet/sdk:9.0»\nCOPY app /app\nENTRYPOINT ["dotnet", "/app/app.dll"]', message: 'aspnet:9.0' },
    { bad: 'FROM «nvidia/cuda:12.9.1-devel-ubuntu24.04» AS base\nFROM base\nCOPY app /app\nCMD ["/app"]', message: 'cuda:12.9.1-runtime-ubuntu24.04' },
    { bad: 'FROM «maven:3.9-eclipse-temurin-21»\nCOPY app.jar /\nCMD ["java", "-jar", "/app.jar"]', message: 'eclipse-temurin:21-jre' },
  ],
});

/** Images that are made for building and nothing else. */
function isDevelopmentImage(name: string, tag: string): boolean {
  if (name === 'nvidia/cuda') return /(?:^|-)devel(?:-|$)/.test(tag);
  return name === 'maven' || name === 'gradle' || name.endsWith('/sdk');
}
