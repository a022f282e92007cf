metadata description = 'The account of private papers: keys of free text, lists of names. It keeps no version and no deleted blob, so that what is destroyed is gone.'

@description('Name of the account.')
@minLength(3)
@maxLength(24)
param accountName string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags object

@description('How many copies are kept, and where. All of them are deleted from together.')
param redundancy string

@description('Whether the account is reached over private endpoints alone.')
param isPrivate bool

@description('Object id of the host\'s identity.')
param appPrincipalId string

@description('Resource id of the workspace that hears of writes and deletions.')
param workspaceId string

var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

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

// Azure sets these for whole accounts: the reason why it is one of its own.
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: false
    deleteRetentionPolicy: {
      enabled: false
    }
    containerDeleteRetentionPolicy: {
      enabled: false
    }
    restorePolicy: {
      enabled: false
    }
  }
}

resource papers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: 'private'
  properties: {
    publicAccess: 'None'
  }
}

resource contributor 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(papers.id, appPrincipalId, 'private')
  scope: papers
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource keepAccount 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'private-papers-are-kept'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the keys without which nobody can read what people wrote in reviews. See the deployment page before taking this away.'
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
