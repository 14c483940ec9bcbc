using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Releve.Web.Tests;

/// <summary>A browser without scripts: keeps cookies, follows no redirect, sends the forms that stand on its pages.</summary>
public sealed class TestVisitor(HttpClient client)
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    /// <summary>The last answer.</summary>
    public HttpResponseMessage Answer { get; private set; } = new();

    /// <summary>Where the last answer leads, without the host; null when it leads nowhere.</summary>
    public string? Location => Answer.Headers.Location?.OriginalString;

    /// <summary>Sets a cookie.</summary>
    public void Keep(string name, string value) => cookies[name] = value;

    /// <summary>Another browser with the same cookies, as a thief would have.</summary>
    public TestVisitor Copy()
    {
        var copy = new TestVisitor(client);
        foreach (var (name, value) in cookies)
        {
            copy.Keep(name, value);
        }
        return copy;
    }

    /// <summary>Gets a page.</summary>
    public async Task<IHtmlDocument> GetAsync(string address, HttpStatusCode expected = HttpStatusCode.OK) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)), expected);

    /// <summary>Gets a page, whatever its answer.</summary>
    public async Task<IHtmlDocument> GetAnyAsync(string address)
    {
        await SendAnyAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)));
        return new HtmlParser().ParseDocument(await Answer.Content.ReadAsStringAsync());
    }

    /// <summary>Gets a page and expects only its status.</summary>
    public async Task<HttpStatusCode> StatusOfAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        await ExchangeAsync(request);
        return Answer.StatusCode;
    }

    /// <summary>
    /// Sends a form of a page with these fields over those that it has. A value of null leaves a field out.
    /// </summary>
    public async Task<IHtmlDocument> SubmitAsync(
        IHtmlDocument page,
        string address,
        string form,
        HttpStatusCode expected,
        params (string Name, string? Value)[] fields
    )
    {
        var found = page.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"The page has no form {form}.");
        var action = found.GetAttribute("action");
        var target =
            string.IsNullOrEmpty(action) ? address
            : action.StartsWith('?') ? address.Split('?')[0] + action
            : action;
        var replaced = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var values = Fields(found).Where(field => !replaced.Contains(field.Name)).ToList();
        values.AddRange(fields.Where(field => field.Value is not null).Select(field => (field.Name, field.Value!)));
        return await PostAsync(target, expected, values);
    }

    /// <summary>Gets a page and sends its form: the usual way through a page.</summary>
    public async Task<IHtmlDocument> FillAsync(string address, string form, HttpStatusCode expected, params (string Name, string? Value)[] fields) =>
        await SubmitAsync(await GetAsync(address), address, form, expected, fields);

    /// <summary>Posts fields as they are.</summary>
    public async Task<IHtmlDocument> PostAsync(string address, HttpStatusCode expected, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = content }, expected);
    }

    /// <summary>Sends any request.</summary>
    public async Task<IHtmlDocument> SendAsync(HttpRequestMessage request, HttpStatusCode expected)
    {
        using (request)
        {
            await ExchangeAsync(request);
        }
        var html = await Answer.Content.ReadAsStringAsync();
        Answer.StatusCode.ShouldBe(expected, html.Length > 800 ? html[..800] : html);
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>Sends any request, whatever its answer.</summary>
    public async Task SendAnyAsync(HttpRequestMessage request)
    {
        using (request)
        {
            await ExchangeAsync(request);
        }
    }

    /// <summary>Opens a stream of events; it ends when the site ends it.</summary>
    public async Task<Stream> StreamAsync(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return await answer.Content.ReadAsStreamAsync();
    }

    private async Task ExchangeAsync(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }
        Answer = await client.SendAsync(request);
        if (Answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var parts in set.Select(one => one.Split(';')[0].Split('=', 2)))
            {
                if (parts[1].Length == 0)
                {
                    cookies.Remove(parts[0]);
                }
                else
                {
                    cookies[parts[0]] = parts[1];
                }
            }
        }
    }

    private static IEnumerable<(string Name, string Value)> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                case IHtmlInputElement { Type: "file" or "submit" }:
                    break;
                case IHtmlInputElement input:
                    yield return (name, input.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.SelectedOptions)
                    {
                        yield return (name, option.Value);
                    }
                    break;
                case IHtmlTextAreaElement area:
                    yield return (name, area.Value);
                    break;
            }
        }
    }
}
