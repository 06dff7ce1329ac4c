// Generated from the CRDs of KubeRay: npm run api. How to read a row: ../table-row.ts.
export const volumeTypes: Readonly<Record<string, string>> = Object.freeze({
  Volume: `
awsElasticBlockStore AWSElasticBlockStoreVolumeSource
azureDisk AzureDiskVolumeSource
azureFile AzureFileVolumeSource
cephfs CephFSVolumeSource
cinder CinderVolumeSource
configMap ConfigMapVolumeSource
csi CSIVolumeSource
downwardAPI DownwardAPIVolumeSource
emptyDir EmptyDirVolumeSource
ephemeral EphemeralVolumeSource
fc FCVolumeSource
flexVolume FlexVolumeSource
flocker FlockerVolumeSource
gcePersistentDisk GCEPersistentDiskVolumeSource
gitRepo GitRepoVolumeSource
glusterfs GlusterfsVolumeSource
hostPath HostPathVolumeSource
image ImageVolumeSource @1.3.1+
iscsi ISCSIVolumeSource
name string required
nfs NFSVolumeSource
persistentVolumeClaim PersistentVolumeClaimVolumeSource
photonPersistentDisk PhotonPersistentDiskVolumeSource
portworxVolume PortworxVolumeSource
projected ProjectedVolumeSource
quobyte QuobyteVolumeSource
rbd RBDVolumeSource
scaleIO ScaleIOVolumeSource
secret SecretVolumeSource
storageos StorageOSVolumeSource
vsphereVolume VsphereVirtualDiskVolumeSource`,
  AWSElasticBlockStoreVolumeSource: `
fsType string
partition int32
readOnly boolean
volumeID string required`,
  AzureDiskVolumeSource: `
cachingMode string
diskName string required
diskURI string required
fsType string default="ext4"@1.3.1+
kind string
readOnly boolean default=false@1.3.1+`,
  AzureFileVolumeSource: `
readOnly boolean
secretName string required
shareName string required`,
  CephFSVolumeSource: `
monitors [string] required atomic@1.2+
path string
readOnly boolean
secretFile string
secretRef LocalObjectReference
user string`,
  CinderVolumeSource: `
fsType string
readOnly boolean
secretRef LocalObjectReference
volumeID string required`,
  ConfigMapVolumeSource: `
* atomic@1.1+
defaultMode int32
items [KeyToPath] atomic@1.2+
name string default=""@1.2+
optional boolean`,
  KeyToPath: `
key string required
mode int32
path string required`,
  CSIVolumeSource: `
driver string required
fsType string
nodePublishSecretRef LocalObjectReference
readOnly boolean
volumeAttributes {string}`,
  DownwardAPIVolumeSource: `
defaultMode int32
items [DownwardAPIVolumeFile] atomic@1.2+`,
  DownwardAPIVolumeFile: `
fieldRef ObjectFieldSelector
mode int32
path string required
resourceFieldRef ResourceFieldSelector`,
  ObjectFieldSelector: `
* atomic@1.1+
apiVersion string
fieldPath string required`,
  ResourceFieldSelector: `
* atomic@1.1+
containerName string
divisor quantity
resource string required`,
  EmptyDirVolumeSource: `
medium string
sizeLimit quantity`,
  EphemeralVolumeSource: `
volumeClaimTemplate PersistentVolumeClaimTemplate`,
  PersistentVolumeClaimTemplate: `
metadata ObjectMeta
spec PersistentVolumeClaimSpec required`,
  PersistentVolumeClaimSpec: `
accessModes [string] atomic@1.2+
dataSource TypedLocalObjectReference
dataSourceRef TypedObjectReference
resources VolumeResourceRequirements
selector LabelSelector
storageClassName string
volumeAttributesClassName string @1.2+
volumeMode string
volumeName string`,
  TypedLocalObjectReference: `
* atomic@1.1+
apiGroup string
kind string required
name string required`,
  TypedObjectReference: `
apiGroup string
kind string required
name string required
namespace string @1.1+`,
  VolumeResourceRequirements: `
claims [ResourceClaim] keys=name @1.1<1.2
limits {quantity}
requests {quantity}`,
  FCVolumeSource: `
fsType string
lun int32
readOnly boolean
targetWWNs [string] atomic@1.2+
wwids [string] atomic@1.2+`,
  FlexVolumeSource: `
driver string required
fsType string
options {string}
readOnly boolean
secretRef LocalObjectReference`,
  FlockerVolumeSource: `
datasetName string
datasetUUID string`,
  GCEPersistentDiskVolumeSource: `
fsType string
partition int32
pdName string required
readOnly boolean`,
  GitRepoVolumeSource: `
directory string
repository string required
revision string`,
  GlusterfsVolumeSource: `
endpoints string required
path string required
readOnly boolean`,
  HostPathVolumeSource: `
path string required
type string`,
  ISCSIVolumeSource: `
chapAuthDiscovery boolean
chapAuthSession boolean
fsType string
initiatorName string
iqn string required
iscsiInterface string default="default"@1.3.1+
lun int32 required
portals [string] atomic@1.2+
readOnly boolean
secretRef LocalObjectReference
targetPortal string required`,
  NFSVolumeSource: `
path string required
readOnly boolean
server string required`,
  PersistentVolumeClaimVolumeSource: `
claimName string required
readOnly boolean`,
  PhotonPersistentDiskVolumeSource: `
fsType string
pdID string required`,
  PortworxVolumeSource: `
fsType string
readOnly boolean
volumeID string required`,
  ProjectedVolumeSource: `
defaultMode int32
sources [VolumeProjection] atomic@1.2+`,
  VolumeProjection: `
clusterTrustBundle ClusterTrustBundleProjection @1.2+
configMap ConfigMapProjection
downwardAPI DownwardAPIProjection
podCertificate PodCertificateProjection @1.5+
secret SecretProjection
serviceAccountToken ServiceAccountTokenProjection`,
  ConfigMapProjection: `
* atomic@1.1+
items [KeyToPath] atomic@1.2+
name string default=""@1.2+
optional boolean`,
  DownwardAPIProjection: `
items [DownwardAPIVolumeFile] atomic@1.2+`,
  SecretProjection: `
* atomic@1.1+
items [KeyToPath] atomic@1.2+
name string default=""@1.2+
optional boolean`,
  ServiceAccountTokenProjection: `
audience string
expirationSeconds int64
path string required`,
  ClusterTrustBundleProjection: `
labelSelector LabelSelector
name string
optional boolean
path string required
signerName string`,
  PodCertificateProjection: `
certificateChainPath string
credentialBundlePath string
keyPath string
keyType string required
maxExpirationSeconds int32
signerName string required
userAnnotations {string} @1.6+`,
  QuobyteVolumeSource: `
group string
readOnly boolean
registry string required
tenant string
user string
volume string required`,
  RBDVolumeSource: `
fsType string
image string required
keyring string default="/etc/ceph/keyring"@1.3.1+
monitors [string] required atomic@1.2+
pool string default="rbd"@1.3.1+
readOnly boolean
secretRef LocalObjectReference
user string default="admin"@1.3.1+`,
  ScaleIOVolumeSource: `
fsType string default="xfs"@1.3.1+
gateway string required
protectionDomain string
readOnly boolean
secretRef LocalObjectReference required
sslEnabled boolean
storageMode string default="ThinProvisioned"@1.3.1+
storagePool string
system string required
volumeName string`,
  SecretVolumeSource: `
defaultMode int32
items [KeyToPath] atomic@1.2+
optional boolean
secretName string`,
  StorageOSVolumeSource: `
fsType string
readOnly boolean
secretRef LocalObjectReference
volumeName string
volumeNamespace string`,
  VsphereVirtualDiskVolumeSource: `
fsType string
storagePolicyID string
storagePolicyName string
volumePath string required`,
  ImageVolumeSource: `
pullPolicy string
reference string`,
  VolumeMount: `
mountPath string required
mountPropagation string
name string required
readOnly boolean
recursiveReadOnly string @1.2+
subPath string
subPathExpr string`,
  VolumeDevice: `
devicePath string required
name string required`,
});
