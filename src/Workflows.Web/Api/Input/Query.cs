using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Input;

/// <summary>Takes query parameters; names one that is not known, given twice or wrong.</summary>
internal sealed class Query
{
    private const int MostShown = 60;
    private readonly IQueryCollection _query;
    private readonly Dictionary<string, string> _errors = [];

    /// <summary>Takes the query of a request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="known">Names of the parameters.</param>
    public Query(HttpContext http, params IReadOnlyList<string> known)
    {
        _query = http.Request.Query;
        foreach (var (name, values) in _query)
        {
            if (!known.Contains(name))
            {
                _errors[Shown(name)] = known.Count == 0
                    ? "No parameters are taken here." : $"Not a parameter here. Taken: {string.Join(", ", known)}.";
            }
            else if (values.Count > 1)
            {
                _errors[name] = "Give this parameter once.";
            }
        }
    }

    /// <summary>A parameter's text, or null where it is absent or empty.</summary>
    public string? Text(string name) => _query[name] is [{ Length: > 0 } text] ? text : null;

    /// <summary>A parameter that must be one of some words.</summary>
    public string? OneOf(string name, params IReadOnlyCollection<string> words)
    {
        var text = Text(name);
        if (text is null || words.Contains(text))
        {
            return text;
        }

        _errors[name] = words.Count is > 0 and <= 30
            ? $"Give one of: {string.Join(", ", words)}." : $"There is no '{Shown(text)}'.";
        return null;
    }

    /// <summary>A whole number within bounds.</summary>
    public int? Number(string name, int least, int most)
    {
        var text = Text(name);
        if (text is null)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        _errors[name] = $"Give a whole number from {least} to {most}.";
        return null;
    }

    /// <summary>Says that a parameter is wrong.</summary>
    public void Refuse(string name, string problem) => _errors[name] = problem;

    /// <summary>Refuses the request where anything was wrong.</summary>
    /// <exception cref="ProblemException">Something was.</exception>
    public void End()
    {
        if (_errors.Count > 0)
        {
            throw new ProblemException(Problem.Invalid(_errors));
        }
    }

    private static string Shown(string text) => text.Length <= MostShown ? text : text[..MostShown] + "…";
}
