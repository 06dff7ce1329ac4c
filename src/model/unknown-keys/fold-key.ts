/** A key without case, `-` and `_`: `gpuCount`, `gpu-count` and `gpu_count` are one. */
export function foldKey(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/g, "");
}
