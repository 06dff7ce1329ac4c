/** Why a text is no path below a folder: a sentence about "It"; undefined where it is one. Source: validatePathNoBacksteps. */
export function relativePathProblem(text: string): string | undefined {
  if (text.startsWith("/")) return 'It must be a relative path, without "/" at the start.';
  return backstepProblem(text);
}

/** As a relative path, and no name at its start may begin with "..". Source: validateLocalNonReservedPath. */
export function localPathProblem(text: string): string | undefined {
  const problem = relativePathProblem(text);
  if (problem !== undefined) return problem;
  return text.startsWith("..") ? 'It must not start with "..".' : undefined;
}

export function backstepProblem(text: string): string | undefined {
  return text.split("/").includes("..") ? 'It must not contain the part "..".' : undefined;
}
