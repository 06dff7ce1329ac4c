// Generated from the CRDs of KubeRay: npm run api. How to read a row: ../table-row.ts.
export const serviceTypes: Readonly<Record<string, string>> = Object.freeze({
  Service: `
apiVersion string
kind string
metadata ObjectMeta
spec ServiceSpec
status ServiceStatus`,
  ServiceSpec: `
allocateLoadBalancerNodePorts boolean
clusterIP string
clusterIPs [string] atomic
externalIPs [string] atomic@1.2+
externalName string
externalTrafficPolicy string
healthCheckNodePort int32
internalTrafficPolicy string
ipFamilies [string] atomic
ipFamilyPolicy string
loadBalancerClass string
loadBalancerIP string
loadBalancerSourceRanges [string] atomic@1.2+
ports [ServicePort] keys=port,protocol
publishNotReadyAddresses boolean
selector {string} atomic
sessionAffinity string
sessionAffinityConfig SessionAffinityConfig
trafficDistribution string @1.2+
type string`,
  ServicePort: `
appProtocol string
name string
nodePort int32
port int32 required
protocol string default="TCP"
targetPort intOrString`,
  SessionAffinityConfig: `
clientIP ClientIPConfig`,
  ClientIPConfig: `
timeoutSeconds int32`,
  ServiceStatus: `
conditions [Condition] keys=type
loadBalancer LoadBalancerStatus`,
  LoadBalancerStatus: `
ingress [LoadBalancerIngress] atomic@1.2+`,
  LoadBalancerIngress: `
hostname string
ip string
ipMode string @1.2+
ports [PortStatus] atomic`,
  PortStatus: String.raw`
error string maxLength=316 pattern=^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$ required@1.3.1+
port int32 required
protocol string required default="TCP"@<1.3.1`,
});
