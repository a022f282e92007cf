using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Workflows.Architecture.Tests;

/// <summary>A room as it was compiled beside these tests, read without loading it.</summary>
internal sealed class Compiled : IDisposable
{
    private readonly PEReader _file;

    private Compiled(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        Metadata = _file.GetMetadataReader();
    }

    public MetadataReader Metadata { get; }

    public string Name => Metadata.GetString(Metadata.GetAssemblyDefinition().Name);

    public IEnumerable<string> References => Metadata.AssemblyReferences
        .Select(handle => Metadata.GetString(Metadata.GetAssemblyReference(handle).Name));

    /// <summary>Full names of the types of others that are named anywhere in it.</summary>
    public IEnumerable<string> TypesUsed => Metadata.TypeReferences.Select(handle => NameOf(Metadata, handle));

    /// <summary>Members of others that are named in it: <c>System.Guid.NewGuid</c>.</summary>
    public IEnumerable<string> MembersUsed => Metadata.MemberReferences
        .Select(Metadata.GetMemberReference)
        .Where(member => member.Parent.Kind == HandleKind.TypeReference)
        .Select(member => $"{NameOf(Metadata, (TypeReferenceHandle)member.Parent)}.{Metadata.GetString(member.Name)}");

    /// <summary>The rooms that were built, in the configuration of these tests.</summary>
    public static IReadOnlyList<Compiled> Rooms()
    {
        var configuration = typeof(Compiled).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        return
        [
            .. Tests.Rooms.Projects.Select(project => Path.Combine(
                    Repository.Root, Path.GetDirectoryName(project)!, "bin", configuration, "net10.0",
                    $"{Tests.Rooms.NameOf(project)}.dll"))
                .Where(File.Exists)
                .Select(path => new Compiled(path)),
        ];
    }

    public static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    public static string NameOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = metadata.GetString(type.Name);
        return type.IsNested
            ? $"{NameOf(metadata, type.GetDeclaringType())}.{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    public void Dispose() => _file.Dispose();
}
