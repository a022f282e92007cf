metadata description = 'Keeps the audit key, and the certificate that wraps the keys of cookies and forms. A person puts both in.'

@description('Name of the vault.')
@minLength(3)
@maxLength(24)
param vaultName string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags object

@description('Whether the vault is reached over a private endpoint alone.')
param isPrivate bool

@description('Object id of the host\'s identity.')
param appPrincipalId string

@description('Object id of the group whose people put keys in; empty for none.')
param keyOfficersGroupId string

@description('Resource id of the workspace that hears of every use.')
param workspaceId string

var reader = '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
var officerRoles = [
  'b86a8fe4-44ce-4948-aee5-eccb2c155cd7' // Key Vault Secrets Officer
  'a4417e6f-fecd-4de8-b567-7b0420556985' // Key Vault Certificates Officer
]

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: vaultName
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }
}

resource appReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appPrincipalId, reader)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', reader)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource officers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in officerRoles: if (!empty(keyOfficersGroupId)) {
    name: guid(vault.id, keyOfficersGroupId, role)
    scope: vault
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: keyOfficersGroupId
      principalType: 'Group'
    }
  }
]

resource trail 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'trail'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

@description('Resource id of the vault.')
output vaultId string = vault.id

@description('Address of the vault, with a slash at its end.')
output vaultUri string = vault.properties.vaultUri
