import rule from '../../rules/runtime/no-package-runner-command';
import { remarked } from '../support/run-rule';

describe('no-package-runner-command', () => {
  it.each([
    'CMD [«"npm"», "run", "start:prod"]', 'CMD ["npm", "run", "test"]', 'CMD ["npm", "run", "test:unit"]', 'CMD ["npm", "ci"]', 'CMD ["npm", "prefix"]', 'CMD ["npm"]',
    'CMD [«"yarn"», "serve"]', 'CMD ["yarn", "install"]', 'CMD ["yarn"]', 'CMD [«"pnpm"», "--silent", "dev"]', 'CMD ["npm", "run", "db:migrate"]',
    'CMD npm install && «npm» start', 'CMD npm start && echo done', 'CMD ["sh", "-c", "«npm» start"]', 'CMD ["mvn", "package"]', 'CMD [«"./mvnw"», "jetty:run"]',
    'CMD [«"go"», "run", "."]', 'CMD ["go", "build"]', 'CMD ["gosu", "node", «"npm"», "start"]', 'CMD echo npm start', 'CMD ["node", "npm.js"]',
    'CMD if x; then npm start; fi', 'ENTRYPOINT [«"npm"», "run"]\nCMD ["serve"]', 'ENTRYPOINT ["npm"]\nCMD ["test"]', 'ENTRYPOINT ["/entrypoint.sh"]\nCMD [«"npm"», "start"]',
    'CMD ["npm", "start"]\nCMD ["node", "a.js"]',
  ])('judges %s', (marked) => {
    expect(remarked(rule, `FROM node:22\n${marked}`)).toBe(`FROM node:22\n${marked}`);
  });

  it('judges each instruction once for several targets', () => {
    const marked = 'FROM node:22 AS a\nCMD [«"npm"», "start"]\nFROM a AS b\nUSER node';
    expect(remarked(rule, marked, { build: { targets: ['a', 'b'] } })).toBe(marked);
  });
});
