metadata description = 'The two identities that the host runs under. Neither has a secret.'

@description('Short name of the installation.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags object

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}-app'
  location: location
  tags: tags
}

// Apart from the other, so that Exchange administrators grant, see and take away sending without touching storage.
resource mail 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}-mail'
  location: location
  tags: tags
}

@description('Resource id of the identity that uses storage, Key Vault and telemetry.')
output appId string = app.id

@description('Client id of that identity.')
output appClientId string = app.properties.clientId

@description('Object id of that identity.')
output appPrincipalId string = app.properties.principalId

@description('Resource id of the identity that sends mail; it has no role in Azure.')
output mailId string = mail.id

@description('Client id of the mail identity.')
output mailClientId string = mail.properties.clientId

@description('Object id of the mail identity.')
output mailPrincipalId string = mail.properties.principalId
