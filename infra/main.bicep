metadata description = 'Everything that reviews need in one resource group.'

// What the installation is
@description('Short name of the installation: small letters and digits.')
@minLength(3)
@maxLength(10)
param name string

@description('Region.')
param location string = 'uksouth'

@description('Tags of all resources.')
param tags object = {}

@description('What the service is called in letters.')
@maxLength(100)
param serviceName string = 'Child safeguarding reviews'

@description('Where people reach the service: https, no path. Empty for the app\'s own address.')
param publicAddress string = ''

@description('Whom to tell of a weakness: an address of mail, or a mailto:, https: or tel: address. Empty: /.well-known/security.txt is not there.')
param securityContact string = ''

@description('The malware scanner that looks at documents: https, without a secret in it. Empty: documents are taken without being looked at.')
param scannerEndpoint string = ''

@description('How long a scan may take, from a second to three minutes.')
param scannerTimeout string = '00:01:00'

// Who signs in, and who writes
@description('Who issues the tokens of people: https, the version 2 address of the directory.')
param signInAuthority string = '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'

@description('For whom tokens are issued: the client id of the application registered for sign-in.')
param signInAudience string

@description('Claim that holds a person\'s identifier in the directory file.')
param signInUserClaim string = 'oid'

@description('Address or directory id of the one mailbox that letters are sent from.')
param senderMailbox string

@description('The directory file, as a path in the package; demonstration for made-up people.')
param directoryPath string = 'directory.yaml'

@description('A file of bank holidays, as a path in the package; empty for the ones that ship.')
param calendarPath string = ''

// How records are kept
@description('Copies of the records: in one region\'s zones, or in its pair as well.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS', 'Standard_RAGZRS'])
param recordsRedundancy string = 'Standard_ZRS'

@description('Days that a journal cannot be changed or deleted after it was last appended to.')
@minValue(1)
@maxValue(146000)
param journalRetentionDays int = 365

@description('Days that a document cannot be changed or deleted.')
@minValue(1)
@maxValue(146000)
param documentRetentionDays int = 365

@description('True once the retention policies have been locked, so that the template leaves them alone.')
param retentionLocked bool = false

@description('Days that deleted blobs and containers can be brought back.')
@minValue(7)
@maxValue(365)
param softDeleteDays int = 30

@description('Object id of the group whose people put keys into the vault; empty for none.')
param keyOfficersGroupId string = ''

// How the host runs
@description('Where orchestrations keep their state: the host\'s storage account, or a Durable Task Scheduler.')
@allowed(['storage', 'scheduler'])
param taskHub string = 'storage'

@description('How a scheduler is billed.')
@allowed(['Consumption', 'Dedicated'])
param schedulerSku string = 'Consumption'

@description('Address ranges that may reach a scheduler.')
param schedulerAddresses string[] = ['0.0.0.0/0']

@description('Schedule of the watchdog: second, minute, hour, day, month, weekday.')
param watchdogSchedule string = '0 */5 * * * *'

@description('Memory of an instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Most instances at once.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Instances kept ready for people\'s requests; none costs least, and the first request of a quiet hour waits some seconds.')
@minValue(0)
@maxValue(20)
param readyInstances int = 0

@description('Whether the host is spread over several zones.')
param zoneRedundant bool = false

@description('Whether storage and vault are reached over private endpoints alone.')
param privateNetworking bool = false

@description('Addresses of the private network: a /25 or larger.')
param addressSpace string = '10.40.0.0/24'

// Who is told, and of what
@description('Addresses that are told of alerts and of the budget.')
@minLength(1)
param alertEmails string[]

@description('Seconds by which the latest wake may be late before somebody is told.')
@minValue(300)
param latenessSeconds int = 900

@description('Amount a month, in the currency of the subscription, before somebody is told.')
@minValue(1)
param monthlyBudget int

@description('First day of the month of the first deployment, as yyyy-MM-dd.')
param budgetStartsOn string

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('A receiver of OpenTelemetry traces and metrics besides Application Insights; empty for none.')
param telemetryEndpoint string = ''

var token = uniqueString(resourceGroup().id)
var recordsAccountName = 'strecords${token}'
var hostAccountName = 'sthost${token}'
var privateAccountName = 'stprivate${token}'
var vaultName = 'kv-${token}'
var appName = 'func-${name}-${token}'
var hubName = 'reviews'

module identities 'modules/identities.bicep' = {
  name: 'identities'
  params: {
    name: name
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    tags: tags
    appPrincipalId: identities.outputs.appPrincipalId
    retentionDays: logRetentionDays
  }
}

module records 'modules/records-storage.bicep' = {
  name: 'records-storage'
  params: {
    accountName: recordsAccountName
    location: location
    tags: tags
    redundancy: recordsRedundancy
    journalDays: journalRetentionDays
    documentDays: documentRetentionDays
    retentionLocked: retentionLocked
    softDeleteDays: softDeleteDays
    isPrivate: privateNetworking
    appPrincipalId: identities.outputs.appPrincipalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module privatePapers 'modules/private-storage.bicep' = {
  name: 'private-storage'
  params: {
    accountName: privateAccountName
    location: location
    tags: tags
    redundancy: recordsRedundancy
    isPrivate: privateNetworking
    appPrincipalId: identities.outputs.appPrincipalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  name: 'host-storage'
  params: {
    accountName: hostAccountName
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    isPrivate: privateNetworking
    appPrincipalId: identities.outputs.appPrincipalId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    vaultName: vaultName
    location: location
    tags: tags
    isPrivate: privateNetworking
    appPrincipalId: identities.outputs.appPrincipalId
    keyOfficersGroupId: keyOfficersGroupId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module scheduler 'modules/scheduler.bicep' = if (taskHub == 'scheduler') {
  name: 'scheduler'
  params: {
    name: name
    location: location
    tags: tags
    sku: schedulerSku
    allowedAddresses: schedulerAddresses
    hubName: hubName
    appPrincipalId: identities.outputs.appPrincipalId
    appClientId: identities.outputs.appClientId
  }
}

module network 'modules/network.bicep' = if (privateNetworking) {
  name: 'network'
  params: {
    name: name
    location: location
    tags: tags
    addressSpace: addressSpace
  }
}

module privateEndpoints 'modules/private-endpoints.bicep' = if (privateNetworking) {
  name: 'private-endpoints'
  params: {
    location: location
    tags: tags
    networkId: network!.outputs.networkId
    subnetId: network!.outputs.endpointsSubnetId
    services: [
      {
        name: '${name}-records-blob'
        resourceId: records.outputs.accountId
        group: 'blob'
      }
      {
        name: '${name}-private-blob'
        resourceId: privatePapers.outputs.accountId
        group: 'blob'
      }
      {
        name: '${name}-host-blob'
        resourceId: hostStorage.outputs.accountId
        group: 'blob'
      }
      {
        name: '${name}-host-queue'
        resourceId: hostStorage.outputs.accountId
        group: 'queue'
      }
      {
        name: '${name}-host-table'
        resourceId: hostStorage.outputs.accountId
        group: 'table'
      }
      {
        name: '${name}-vault'
        resourceId: vault.outputs.vaultId
        group: 'vault'
      }
    ]
  }
}

module functions 'modules/functions.bicep' = {
  name: 'functions'
  params: {
    appName: appName
    name: name
    location: location
    tags: tags
    appIdentityId: identities.outputs.appId
    appClientId: identities.outputs.appClientId
    mailIdentityId: identities.outputs.mailId
    hostAccountName: hostAccountName
    packagesUrl: hostStorage.outputs.packagesUrl
    vaultUri: vault.outputs.vaultUri
    insightsConnection: monitoring.outputs.connectionString
    subnetId: privateNetworking ? network!.outputs.functionsSubnetId : ''
    instanceMemoryMB: instanceMemoryMB
    maximumInstances: maximumInstances
    readyInstances: readyInstances
    zoneRedundant: zoneRedundant
    publicAddress: publicAddress
    schedulerConnection: taskHub == 'scheduler' ? scheduler!.outputs.connection : ''
    settings: union(
      {
        Service__Name: serviceName
        SignIn__Authority: signInAuthority
        SignIn__Audience: signInAudience
        SignIn__UserClaim: signInUserClaim
        Storage__AccountUrl: records.outputs.blobUrl
        Storage__PrivateAccountUrl: privatePapers.outputs.blobUrl
        Storage__ManagedIdentityClientId: identities.outputs.appClientId
        Graph__Mailbox: senderMailbox
        Graph__SignIn: 'managed-identity'
        Graph__ClientId: identities.outputs.mailClientId
        Directory__Path: directoryPath
        TaskHubName: hubName
        WatchdogSchedule: watchdogSchedule
      },
      empty(calendarPath) ? {} : { Calendar__Path: calendarPath },
      empty(securityContact) ? {} : { Service__SecurityContact: securityContact },
      empty(scannerEndpoint) ? {} : { Scanner__Endpoint: scannerEndpoint, Scanner__Timeout: scannerTimeout },
      empty(telemetryEndpoint) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: telemetryEndpoint }
    )
  }
  dependsOn: [privateEndpoints]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    tags: tags
    emails: alertEmails
    workspaceId: monitoring.outputs.workspaceId
    appId: functions.outputs.appId
    latenessSeconds: latenessSeconds
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: {
    name: name
    amount: monthlyBudget
    startsOn: budgetStartsOn
    actionGroupId: alerts.outputs.actionGroupId
    emails: alertEmails
  }
}

@description('Name of the function app.')
output appName string = appName

@description('The app\'s own host name.')
output hostName string = functions.outputs.hostName

@description('Name of the vault that takes the audit key and the certificate.')
output vaultName string = vaultName

@description('Name of the account of the records.')
output recordsAccountName string = recordsAccountName

@description('Client id of the mail identity, for Exchange.')
output mailClientId string = identities.outputs.mailClientId

@description('Object id of the mail identity, for Exchange.')
output mailPrincipalId string = identities.outputs.mailPrincipalId
