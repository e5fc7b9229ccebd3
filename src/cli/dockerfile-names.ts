/** Whether a file is taken for a Dockerfile when a folder is searched: by its name alone, never by its content. */
export function isDockerfileName(name: string): boolean {
  return PLAIN.test(name) || (DESCRIBED.test(name) && !OTHER_THINGS.test(name));
}

/** BuildKit looks for `dockerfile`, too. */
const PLAIN = /^(?:[Dd]ockerfile|[Cc]ontainerfile)$/;

/** `Dockerfile.dev`, `Dockerfile-dev`, `dev.Dockerfile`, `dev.dockerfile`; not the lock files of editors (`.#…`). */
const DESCRIBED = /^(?:Dockerfile|Containerfile)[.-].|^(?!\.#).*\.(?:[Dd]ockerfile|[Cc]ontainerfile)$/;

/** Ignore files, documents, templates that only a program makes a Dockerfile of, and what editors and merges leave behind. */
const OTHER_THINGS =
  /\.(?:dockerignore|containerignore|md|markdown|rst|adoc|html?|in|j2|jinja2?|tmpl|tpl|template|erb|ejs|mustache|hbs|gotmpl|orig|rej|bak|swp|swo|tmp)$|~$/i;
