using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Workflows.Pages.Tests.Support;

/// <summary>A form as somebody fills it in.</summary>
internal sealed class PageFields
{
    private readonly Dictionary<string, string> _values = [];

    public PageFields(IElement form)
    {
        Element = form;
        Action = form.GetAttribute("action");
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(input => input.Type is not ("radio" or "file" or "checkbox") || input.IsChecked))
        {
            _values[input.Name!] = input.Value;
        }

        foreach (var area in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]"))
        {
            _values[area.Name!] = area.Value;
        }
    }

    public IElement Element { get; }

    public string? Action { get; }

    /// <summary>The file that is chosen, where one is asked for.</summary>
    public string File { get; set; } = "The report.";

    public string this[string name]
    {
        get => _values[name];
        set => _values[name] = Has(name) ? value : throw new InvalidOperationException($"The form has no field '{name}'.");
    }

    /// <summary>Puts in a field that the form does not have.</summary>
    public void Add(string name, string value) => _values[name] = value;

    public bool Has(string name) => _values.ContainsKey(name) || Element.QuerySelector($"[name='{name}']") is not null;

    /// <summary>Answers whatever is asked in the plainest way: the first option, today, a few words, a small file.</summary>
    public void FillIn(DateOnly today)
    {
        foreach (var name in Element.QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")!).Distinct().ToList())
        {
            var field = Element.QuerySelector($"[name='{name}']")!;
            if (field is IHtmlInputElement { Type: "radio" } radio)
            {
                _values[name] = radio.Value;
            }
            else if (field is IHtmlInputElement { Type: "text" } or IHtmlTextAreaElement && string.IsNullOrEmpty(_values[name]))
            {
                _values[name] = name.EndsWith(".day", StringComparison.Ordinal) ? $"{today.Day}"
                    : name.EndsWith(".month", StringComparison.Ordinal) ? $"{today.Month}"
                    : name.EndsWith(".year", StringComparison.Ordinal) ? $"{today.Year}"
                    : field.GetAttribute("inputmode") == "decimal" ? "2" : "Plain words";
            }
        }
    }

    public HttpContent Content()
    {
        if (Element.GetAttribute("enctype") != "multipart/form-data")
        {
            return new FormUrlEncodedContent(_values);
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in _values)
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(File)) { Headers = { { "Content-Type", "text/plain" } } }, "file", "report.txt");
        return content;
    }
}
