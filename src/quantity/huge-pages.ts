/**
 * MiB of one page that a resource such as `hugepages-2Mi` counts; undefined for every other resource. Linux on the
 * machines that Kubernetes runs on has pages from 2 MiB to 16 GiB beside the ordinary ones.
 */
export function hugePageMebibytes(resource: string): number | undefined {
  const [, size, unit] = /^hugepages-([1-9]\d{0,3})(Mi|Gi)$/.exec(resource) ?? [];
  if (size === undefined) return undefined;
  return Number(size) * (unit === "Gi" ? 1024 : 1);
}
