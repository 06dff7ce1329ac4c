/**
 * Resources that Ray counts by itself and refuses among the custom ones, and the field of a request that stands for each;
 * empty where there is none. Source: Ray's python/ray/_private/resource_spec.py.
 */
export const derivedResources: ReadonlyMap<string, string> = new Map([
  ["CPU", "ray_cpus"],
  ["GPU", "gpu_count"],
  ["memory", "memory_gb"],
  ["object_store_memory", ""],
]);
