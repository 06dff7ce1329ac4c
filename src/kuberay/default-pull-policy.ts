/** What Kubernetes fills in where imagePullPolicy is left out. Source: SetDefaults_Container in pkg/apis/core/v1/defaults.go. */
export function defaultPullPolicy(image: string): "Always" | "IfNotPresent" {
  if (image.includes("@")) return "IfNotPresent";
  const [, tag = "latest"] = /:([^/:]*)$/.exec(image) ?? [];
  return tag === "latest" ? "Always" : "IfNotPresent";
}
