import { namesDevelopment } from '../../src/text/development-name';

describe('namesDevelopment', () => {
  it.each(['dev', 'DEV', 'dev-envs', 'app-dev', 'app_development', 'debug', 'unit-tests', 'devenv', 'local'])('takes %s for development', (name) => {
    expect(namesDevelopment(name)).toBe(true);
  });

  it.each(['final', 'device', 'latest', 'contest', 'prod', 'developers-portal', null])('does not take %s for development', (name) => {
    expect(namesDevelopment(name)).toBe(false);
  });
});
