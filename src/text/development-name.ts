/** Whether a name says that its stage is for development or tests: `dev`, `app-dev`, `development`, `debug`, `test`. */
export function namesDevelopment(name: string | null): boolean {
  return name !== null && /(?:^|[-_.])(?:dev|devel|develop|development|devcontainer|debug|debugger|test|tests|testing|local)(?:$|[-_.]|env)/i.test(name);
}
