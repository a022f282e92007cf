using System.Text.Json;

namespace Workflows.Web.Tests.Description;

/// <summary>Compares answers with the schemas of an OpenAPI document: kinds of values, required members, members unknown.</summary>
internal sealed class Schemas(JsonElement document)
{
    /// <summary>How many values were compared with a schema.</summary>
    public int Compared { get; private set; }

    public IEnumerable<string> Compare(string method, string path, int status, JsonElement body)
    {
        var pattern = document.GetProperty("paths").EnumerateObject()
            .Where(each => IsOf(each.Name.Split('/'), path.Split('/')))
            .MinBy(each => each.Name.Count(letter => letter == '{'));
        var responses = pattern.Value.GetProperty(method.ToLowerInvariant()).GetProperty("responses");
        if (!responses.TryGetProperty($"{status}", out var response) && !responses.TryGetProperty("default", out response))
        {
            return [$"{method} {pattern.Name} does not describe {status}."];
        }

        var schema = response.GetProperty("content").EnumerateObject().First().Value.GetProperty("schema");
        return Compare(schema, body, $"{method} {pattern.Name} {status}").ToArray();
    }

    private static bool IsOf(string[] pattern, string[] path) =>
        pattern.Length == path.Length && pattern.Zip(path).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);

    private IEnumerable<string> Compare(JsonElement schema, JsonElement value, string at)
    {
        Compared++;
        schema = Resolve(schema);
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            return choices.EnumerateArray().Any(choice => !Compare(choice, value, at).Any()) ? [] : [$"{at}: {value} fits no choice."];
        }

        if (schema.TryGetProperty("type", out var type) && !Kinds(type).Any(kind => Fits(kind, value)))
        {
            return [$"{at}: {value.ValueKind} is no {type}."];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) =>
                value.EnumerateArray().SelectMany(each => Compare(items, each, $"{at}[]")),
            JsonValueKind.Object => Members(schema, value, at),
            _ => [],
        };
    }

    private IEnumerable<string> Members(JsonElement schema, JsonElement value, string at)
    {
        var known = schema.TryGetProperty("properties", out var properties) ? properties : default;
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)))
            {
                yield return $"{at}: {name} is missing.";
            }
        }

        foreach (var member in value.EnumerateObject())
        {
            if (known.ValueKind == JsonValueKind.Object && known.TryGetProperty(member.Name, out var inner))
            {
                foreach (var problem in Compare(inner, member.Value, $"{at}.{member.Name}"))
                {
                    yield return problem;
                }
            }
            else if (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
            {
                foreach (var problem in Compare(others, member.Value, $"{at}.*"))
                {
                    yield return problem;
                }
            }
            else if (known.ValueKind == JsonValueKind.Object)
            {
                yield return $"{at}: {member.Name} is not described.";
            }
        }
    }

    private JsonElement Resolve(JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]) : schema;

    private static IEnumerable<string> Kinds(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(each => each.GetString()!) : [type.GetString()!];

    private static bool Fits(string kind, JsonElement value) => (kind, value.ValueKind) switch
    {
        ("null", JsonValueKind.Null) or ("string", JsonValueKind.String) or ("object", JsonValueKind.Object)
            or ("array", JsonValueKind.Array) or ("number", JsonValueKind.Number)
            or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        _ => false,
    };
}
