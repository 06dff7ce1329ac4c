import { isAbsolute, join } from "node:path";

/**
 * The user's folder for caches: XDG_CACHE_HOME, or .cache in HOME. Undefined where there is none. Relative paths do not count,
 * as the XDG Base Directory Specification says: they would be folders of whatever is worked on.
 */
export function userCacheFolder(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const { XDG_CACHE_HOME: cache, HOME: home } = environment;
  return [cache, home && join(home, ".cache")].find(
    (path) => path !== undefined && isAbsolute(path),
  );
}
