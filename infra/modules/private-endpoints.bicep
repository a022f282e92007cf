metadata description = 'Private endpoints, and the names under which they are found.'

@description('A service to be reached privately.')
type privateService = {
  @description('Name of the endpoint.')
  name: string

  @description('Resource id of the service.')
  resourceId: string

  @description('Which part of the service.')
  group: 'blob' | 'queue' | 'table' | 'vault'
}

@description('Region.')
param location string

@description('Tags of all resources.')
param tags object

@description('Resource id of the network.')
param networkId string

@description('Resource id of the subnet that the endpoints stand in.')
param subnetId string

@description('The services.')
param services privateService[]

var groups = ['blob', 'queue', 'table', 'vault']
var zoneNames = [
  'privatelink.blob.${environment().suffixes.storage}'
  'privatelink.queue.${environment().suffixes.storage}'
  'privatelink.table.${environment().suffixes.storage}'
  'privatelink.vaultcore.azure.net'
]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in zoneNames: {
    name: zone
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, i) in zoneNames: {
    parent: zones[i]
    name: 'link-${uniqueString(zone, networkId)}'
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: networkId
      }
    }
  }
]

module endpoints 'private-endpoint.bicep' = [
  for service in services: {
    name: 'private-endpoint-${service.name}'
    params: {
      name: service.name
      location: location
      tags: tags
      subnetId: subnetId
      serviceId: service.resourceId
      group: service.group
      zoneId: zones[indexOf(groups, service.group)].id
    }
  }
]
