metadata description = 'The host: a function app on Flex Consumption, with all of its settings.'

@description('Name of the app.')
param appName string

@description('Short name of the installation.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags object

@description('Resource id of the identity that uses storage, Key Vault and telemetry.')
param appIdentityId string

@description('Client id of that identity.')
param appClientId string

@description('Resource id of the identity that sends mail.')
param mailIdentityId string

@description('Name of the host\'s storage account.')
param hostAccountName string

@description('Address of the container of packages.')
param packagesUrl string

@description('Address of the vault, with a slash at its end.')
param vaultUri string

@description('Where telemetry is sent.')
param insightsConnection string

@description('Resource id of the subnet that instances run in; empty for none.')
param subnetId string

@description('Memory of an instance, in MB.')
param instanceMemoryMB int

@description('Most instances at once.')
param maximumInstances int

@description('Instances kept ready for people\'s requests.')
param readyInstances int

@description('Whether the plan is spread over several zones.')
param zoneRedundant bool

@description('Where people reach the service; empty for the app\'s own address.')
param publicAddress string

@description('Connection of the Durable Task Scheduler; empty for the task hub in the host\'s account.')
param schedulerConnection string

@description('Settings of the program besides those made here.')
param settings object

var schedulerSettings = empty(schedulerConnection)
  ? {}
  : {
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: schedulerConnection
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
    }

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: appName
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${appIdentityId}': {}
      '${mailIdentityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: appIdentityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packagesUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: appIdentityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstances
        alwaysReady: readyInstances == 0
          ? []
          : [
              {
                name: 'http'
                instanceCount: readyInstances
              }
            ]
      }
    }
  }
}

resource noFtpPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noDeploymentPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    {
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${appClientId};Authorization=AAD'
      AzureWebJobsStorage__accountName: hostAccountName
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: appClientId
      Audit__Key: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/audit-key)'
      Keys__Certificate: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/form-keys)'
      Service__PublicAddress: empty(publicAddress) ? 'https://${app.properties.defaultHostName}' : publicAddress
    },
    schedulerSettings,
    settings
  )
}

@description('Resource id of the app.')
output appId string = app.id

@description('The app\'s own host name.')
output hostName string = app.properties.defaultHostName
