const MANIFEST_FILE = /\.(?:ya?ml|json)$/;

/** Whether a file of a folder can hold manifests, by its name. */
export function isManifestFile(path: string): boolean {
  return MANIFEST_FILE.test(path);
}

/** Whether a walk goes into a folder of this name: not where it is hidden, and not into installed packages. */
export function isWalked(folder: string): boolean {
  return folder !== "node_modules" && !folder.startsWith(".");
}
