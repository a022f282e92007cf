using System.Globalization;
using System.Text.Json;
using Workflows.Process.Decisions;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Input;

/// <summary>
/// Takes the members of a JSON object one by one, and gathers everything that is wrong with them. A member that nobody took is
/// wrong too: what is not asked for is never stored by accident.
/// </summary>
internal sealed partial class JsonFields(JsonElement json)
{
    private const int MostFacts = 200;
    private const int MostShown = 100;

    private readonly HashSet<string> _taken = [];
    private readonly Dictionary<string, string> _errors = [];

    /// <summary>A text that must be there.</summary>
    public string Required(string name)
    {
        if (Text(name) is { } text)
        {
            return text;
        }

        _errors.TryAdd(name, $"Give '{name}'.");
        return string.Empty;
    }

    /// <summary>A text, or null where it is absent or null.</summary>
    public string? Text(string name)
    {
        if (Take(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            _errors[name] = "Give text.";
            return null;
        }

        return Read(value, name);
    }

    /// <summary>A text that must be there and be one of some words.</summary>
    public string OneOf(string name, params IReadOnlyList<string> words)
    {
        var text = Required(name);
        if (!words.Contains(text))
        {
            _errors[name] = $"Give one of: {string.Join(", ", words)}.";
        }

        return text;
    }

    /// <summary>A whole number from 1, or null where it is absent or null.</summary>
    public int? Count(string name)
    {
        if (Take(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 1)
        {
            return number;
        }

        _errors[name] = "Give a whole number from 1.";
        return null;
    }

    /// <summary>A date that must be there.</summary>
    public DateOnly Date(string name)
    {
        var text = Required(name);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        _errors.TryAdd(name, "Give a real date as year-month-day, for example 2026-01-05.");
        return default;
    }

    /// <summary>An answer that must be there.</summary>
    public FactInput Answer(string name)
    {
        if (Take(name) is { } value && FactInputs.Read(value, name, _errors) is { } input)
        {
            return input;
        }

        _errors.TryAdd(name, $"Give '{name}'.");
        return default;
    }

    /// <summary>Answers by name; none where they are absent.</summary>
    public IReadOnlyDictionary<string, FactInput> Facts(string name)
    {
        var facts = new Dictionary<string, FactInput>();
        if (Take(name) is not { } value)
        {
            return facts;
        }

        if (value.ValueKind != JsonValueKind.Object || value.GetPropertyCount() > MostFacts)
        {
            _errors[name] = $"Give an object of at most {MostFacts} answers by name.";
            return facts;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (NameOf(member) is { } fact && FactInputs.Read(member.Value, $"{name}.{Shown(fact)}", _errors) is { } input)
            {
                facts[fact] = input;
            }
        }

        return facts;
    }

    /// <summary>Refuses the request where anything was wrong.</summary>
    /// <exception cref="ProblemException">Something was.</exception>
    public void End()
    {
        foreach (var member in json.EnumerateObject())
        {
            if (NameOf(member) is { } name && !_taken.Contains(name))
            {
                _errors[Shown(name)] = $"Not taken here. Taken: {string.Join(", ", _taken)}.";
            }
        }

        if (_errors.Count > 0)
        {
            throw new ProblemException(Problem.Invalid(_errors));
        }
    }

    private JsonElement? Take(string name)
    {
        _taken.Add(name);
        return json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private string? Read(JsonElement value, string field)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            _errors[field] = FactInputs.Broken;
            return null;
        }
    }

    private string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            _errors["body"] = "A name in the JSON holds broken characters.";
            return null;
        }
    }

    private static string Shown(string name) => name.Length <= MostShown ? name : name[..MostShown] + "…";
}
