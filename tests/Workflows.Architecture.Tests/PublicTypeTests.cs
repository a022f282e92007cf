using System.Reflection;
using System.Reflection.Metadata;

namespace Workflows.Architecture.Tests;

/// <summary>What is public is a promise to another project; what no other uses is no promise and stays inside.</summary>
public sealed class PublicTypeTests
{
    /// <summary>Public although no room uses it, each with why.</summary>
    private static readonly Dictionary<string, string> s_promised = new()
    {
        [".Program"] = "the web SDK makes it public",
        ["Workflows.Web.Pages._Imports"] = "Razor makes it public",
        ["Workflows.AzureStorage.StorageCalls"] = "others use its constants, which the compiler copies",
        ["Workflows.Graph.GraphMailOptions"] = "others use its constants, which the compiler copies",
    };

    /// <summary>The functions worker and its generators find and make public classes only.</summary>
    private const string FunctionsHost = "Workflows.Functions.";

    /// <summary>Razor makes a class of every component, and makes it public.</summary>
    private static readonly string[] s_components =
        ["Microsoft.AspNetCore.Components.ComponentBase", "Microsoft.AspNetCore.Components.LayoutComponentBase"];

    [Fact]
    public void A_public_type_is_used_by_another_room_or_is_part_of_one_that_is()
    {
        var rooms = Compiled.Rooms();

        // Each host has a program, and they bear one name.
        var own = rooms.SelectMany(PublicTypes).DistinctBy(type => type.Name).ToDictionary(type => type.Name);
        var words = WordsOfRoomsNotBuilt(rooms);
        var needed = rooms.SelectMany(room => room.TypesUsed).Where(own.ContainsKey).ToHashSet();
        needed.UnionWith(own.Keys.Where(name => words.Contains(name[(name.LastIndexOf('.') + 1)..])));
        needed.UnionWith(own.Keys.Where(name => own[name].Bases.Intersect(s_components).Any()));
        var open = new Queue<string>(needed);
        while (open.TryDequeue(out var name))
        {
            var family = own.Keys.Where(other => own[other].Bases.Contains(name));
            foreach (var part in own[name].Parts.Concat(family).Where(part => own.ContainsKey(part) && needed.Add(part)))
            {
                open.Enqueue(part);
            }
        }

        // What is thrown is met by others under the name of its base, if at all.
        Offenders.None(own.Keys
            .Where(name => !needed.Contains(name) && !s_promised.ContainsKey(name))
            .Where(name => !name.EndsWith("Exception", StringComparison.Ordinal) && !name.StartsWith(FunctionsHost, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));
    }

    // A room whose packages are not served here is read as it is written.
    private static HashSet<string> WordsOfRoomsNotBuilt(IReadOnlyList<Compiled> built) =>
    [
        .. Rooms.Projects.Where(project => built.All(room => room.Name != Rooms.NameOf(project)))
            .Select(project => project[..(project.LastIndexOf('/') + 1)])
            .SelectMany(folder => Repository.Files.Where(file => file.StartsWith(folder, StringComparison.Ordinal)))
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Repository.Read(file).Split([.. " \r\n\t.,;:()[]{}<>?!=\"'/"], StringSplitOptions.RemoveEmptyEntries)),
    ];

    private static IEnumerable<(string Name, string[] Parts, string[] Bases)> PublicTypes(Compiled room) => room.Metadata.TypeDefinitions
        .Where(handle => IsPublic(room.Metadata, handle))
        .Select(handle => (
            Compiled.NameOf(room.Metadata, handle),
            Parts(room.Metadata, handle).Distinct().ToArray(),
            Named(room.Metadata, room.Metadata.GetTypeDefinition(handle).BaseType).ToArray()));

    private static bool IsPublic(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic => IsPublic(metadata, type.GetDeclaringType()),
            _ => false,
        };
    }

    // Types that must be as visible as this one: those of its visible members, what it derives from, and what it stands in.
    private static IEnumerable<string> Parts(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var methods = type.GetMethods().Select(metadata.GetMethodDefinition)
            .Where(method => (method.Attributes & MethodAttributes.MemberAccessMask)
                is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem)
            .Select(method => method.DecodeSignature(Signatures.Names, null))
            .SelectMany(signature => signature.ParameterTypes.Append(signature.ReturnType).SelectMany(each => each));
        var fields = type.GetFields().Select(metadata.GetFieldDefinition)
            .Where(field => (field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public)
            .SelectMany(field => field.DecodeSignature(Signatures.Names, null));
        var bases = type.GetInterfaceImplementations().Select(each => metadata.GetInterfaceImplementation(each).Interface)
            .Append(type.BaseType)
            .SelectMany(each => Named(metadata, each));
        var around = type.IsNested ? [Compiled.NameOf(metadata, type.GetDeclaringType())] : Array.Empty<string>();
        var within = type.GetNestedTypes().Where(each => IsPublic(metadata, each)).Select(each => Compiled.NameOf(metadata, each));
        return [.. methods, .. fields, .. bases, .. around, .. within];
    }

    private static IEnumerable<string> Named(MetadataReader metadata, EntityHandle handle) => handle.Kind switch
    {
        _ when handle.IsNil => [],
        HandleKind.TypeDefinition => [Compiled.NameOf(metadata, (TypeDefinitionHandle)handle)],
        HandleKind.TypeReference => [Compiled.NameOf(metadata, (TypeReferenceHandle)handle)],
        HandleKind.TypeSpecification => Signatures.Names.GetTypeFromSpecification(metadata, null, (TypeSpecificationHandle)handle, 0),
        _ => [],
    };
}
