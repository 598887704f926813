@description('Name of the identity.')
param name string
param location string
param tags object

// The one identity of the product. It reads lists, writes storage and secrets, and proves who the API is: no secret anywhere.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

output id string = identity.id
output clientId string = identity.properties.clientId
output principalId string = identity.properties.principalId
