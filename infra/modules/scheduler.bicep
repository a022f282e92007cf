metadata description = 'A Durable Task Scheduler with one task hub, in place of the task hub in the host\'s storage account.'

@description('Short name of the installation.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags object

@description('How it is billed: by use, or by capacity.')
@allowed(['Consumption', 'Dedicated'])
param sku string

@description('Address ranges that may reach it. A token is needed in any case.')
param allowedAddresses string[]

@description('Name of the task hub.')
param hubName string

@description('Object id of the host\'s identity.')
param appPrincipalId string

@description('Client id of the host\'s identity.')
param appClientId string

var dataContributor = '0ad04412-c4d5-4796-b79c-f76d14c8d402'

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: 'dts-${name}'
  location: location
  tags: tags
  properties: {
    ipAllowlist: allowedAddresses
    sku: sku == 'Dedicated'
      ? {
          name: 'Dedicated'
          capacity: 1
        }
      : {
          name: 'Consumption'
        }
  }
}

resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' = {
  parent: scheduler
  name: hubName
}

resource contributor 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hub.id, appPrincipalId, dataContributor)
  scope: hub
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', dataContributor)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

@description('How the host reaches it: an address and a way to sign in, no key.')
output connection string = 'Endpoint=${scheduler.properties.endpoint};Authentication=ManagedIdentity;ClientID=${appClientId}'
