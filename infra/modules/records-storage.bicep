metadata description = 'The account of the reviews: journals, documents, anchors and looks, uploads, index, and what the instances of the host share.'

@description('Name of the account.')
@minLength(3)
@maxLength(24)
param accountName string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags object

@description('How many copies are kept, and where.')
param redundancy string

@description('Days that a journal cannot be changed or deleted after it was last appended to. Appending stays possible.')
param journalDays int

@description('Days that a document cannot be changed or deleted.')
param documentDays int

@description('True once the retention policies have been locked: a template can no longer write them.')
param retentionLocked bool

@description('Days that deleted blobs and containers can be brought back.')
param softDeleteDays int

@description('Whether the account is reached over private endpoints alone.')
param isPrivate bool

@description('Object id of the host\'s identity.')
param appPrincipalId string

@description('Resource id of the workspace that hears of writes and deletions.')
param workspaceId string

var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var kept = [
  { name: 'journals', days: journalDays, appends: true }
  { name: 'audit', days: journalDays, appends: true }
  { name: 'documents', days: documentDays, appends: false }
]
var working = ['uploads', 'index', 'host']

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: accountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
  }
}

resource keptContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [
  for container in kept: {
    parent: blobs
    name: container.name
    properties: {
      publicAccess: 'None'
    }
  }
]

resource workingContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [
  for container in working: {
    parent: blobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

resource retention 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-01-01' = [
  for (container, i) in kept: if (!retentionLocked) {
    parent: keptContainers[i]
    name: 'default'
    properties: {
      immutabilityPeriodSinceCreationInDays: container.days
      allowProtectedAppendWrites: container.appends
    }
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'uploads-left-behind'
          type: 'Lifecycle'
          enabled: true
          definition: {
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 1
                }
              }
            }
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['uploads/']
            }
          }
        }
        {
          name: 'links-of-old-letters'
          type: 'Lifecycle'
          enabled: true
          definition: {
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 180
                }
              }
            }
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['host/links/']
            }
          }
        }
        {
          name: 'old-versions-of-what-can-be-made-again'
          type: 'Lifecycle'
          enabled: true
          definition: {
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: 1
                }
              }
            }
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['uploads/', 'index/', 'host/links/']
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

// Reads, adds and appends, and deletes nothing: what is kept is kept from the host itself too.
resource keeperRole 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'review-record-keeper')
  properties: {
    roleName: 'Review record keeper (${accountName})'
    description: 'Reads, creates and appends blobs; deletes none.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
        ]
        notDataActions: []
      }
    ]
  }
}

resource keepers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in kept: {
    name: guid(keptContainers[i].id, appPrincipalId, container.name)
    scope: keptContainers[i]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keeperRole.name)
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource contributors 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in working: {
    name: guid(workingContainers[i].id, appPrincipalId, container)
    scope: workingContainers[i]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource keepAccount 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'records-are-kept'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the journals of reviews. See the deployment page before taking this away.'
  }
}

resource trail 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'trail'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

@description('Resource id of the account.')
output accountId string = account.id

@description('Address of the blob service, without a slash at its end.')
output blobUrl string = 'https://${account.name}.blob.${environment().suffixes.storage}'
