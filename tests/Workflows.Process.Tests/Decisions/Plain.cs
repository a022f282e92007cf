using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Workflows.Process.Tests.Decisions;

/// <summary>Writes any value out as text, dictionaries and sets in order, so that two can be compared and read.</summary>
internal static class Plain
{
    public static string Of(object? value) => value switch
    {
        null => "-",
        string text => text,
        IFormattable simple when value.GetType().IsValueType => simple.ToString(null, CultureInfo.InvariantCulture),
        bool flag => flag ? "yes" : "no",
        IDictionary map => "{" + string.Join(", ", map.Keys.Cast<object>()
            .Select(key => $"{Of(key)}={Of(map[key])}").Order(StringComparer.Ordinal)) + "}",
        IEnumerable many when IsSet(value) => "{" + string.Join(", ", many.Cast<object>().Select(Of).Order(StringComparer.Ordinal)) + "}",
        IEnumerable many => "[" + string.Join(", ", many.Cast<object>().Select(Of)) + "]",
        _ => value.GetType().Name + "(" + string.Join(", ", value.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => $"{property.Name}:{Of(property.GetValue(value))}")) + ")",
    };

    private static bool IsSet(object value) =>
        value.GetType().GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlySet<>));
}
