using System.Diagnostics;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Browser.Tests;

/// <summary>One window on one page, which notes everything that a page must not do.</summary>
public sealed partial class Visit : IAsyncDisposable
{
    private const int MostTabs = 160;

    private readonly List<string> slips = [];
    private readonly string origin;
    private readonly IBrowserContext context;

    private Visit(IBrowserContext context, IPage page, string origin)
    {
        this.context = context;
        this.origin = origin;
        Page = page;
    }

    /// <summary>The page in the browser.</summary>
    public IPage Page { get; }

    /// <summary>Console errors, policy violations, failed loads, requests to other servers, up to now.</summary>
    public IReadOnlyList<string> Slips => slips;

    /// <summary>Opens an empty window.</summary>
    public static async Task<Visit> BeginAsync(
        RunningSite site,
        Language language = Language.French,
        bool dark = false,
        int width = 1280,
        bool script = true,
        bool motion = false
    )
    {
        var window = await site.Browser.NewContextAsync(
            new()
            {
                BaseURL = site.Address,
                Locale = language.Code() + "-BE",
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 800 },
                ReducedMotion = motion ? ReducedMotion.NoPreference : ReducedMotion.Reduce,
                JavaScriptEnabled = script,
            }
        );
        var visit = new Visit(window, await window.NewPageAsync(), site.Address);
        visit.Watch();
        return visit;
    }

    /// <summary>Goes to an address of the site and waits until nothing more is loaded.</summary>
    /// <param name="status">The answer that is expected; the browser's own complaint about it is no slip.</param>
    public async Task GoAsync(string address, int status = 200)
    {
        var answer = await GotoAsync(address);
        // A page that stays connected for what comes live never falls silent.
        if (await Page.Locator("[data-live]").CountAsync() == 0)
        {
            await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }
        answer!.Status.ShouldBe(status, address);
        if (status >= 400)
        {
            slips.RemoveAll(slip => slip.Contains(address, StringComparison.Ordinal));
        }
    }

    // A click before may still lead somewhere, and takes the place of what is opened by hand at that moment: then once more.
    private async Task<IResponse?> GotoAsync(string address)
    {
        for (var patience = Stopwatch.StartNew(); ; )
        {
            try
            {
                return await Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
            }
            catch (PlaywrightException e) when (e.Message.Contains("interrupted", StringComparison.Ordinal) && patience.Elapsed < TimeSpan.FromSeconds(30))
            {
                // Nobody clicks any more: the navigation that came in between was the last one.
            }
        }
    }

    /// <summary>Signs in as one of the people of the demonstration; with the cookies of the one who did before, as the site bounds sign-ins.</summary>
    public async Task SignInAsync(RunningSite site, string name, Language language = Language.French)
    {
        if (site.SignedIn.TryGetValue(name, out var cookies))
        {
            await context.AddCookiesAsync(cookies);
            await GoAsync(VisitorLinks.SpacePath.In(language));
            new Uri(Page.Url).AbsolutePath.ShouldBe(VisitorLinks.SpacePath.In(language), "Another test has ended the session of " + name);
            return;
        }
        await GoAsync(VisitorLinks.SignIn(language));
        await Page.Locator("#email").FillAsync(name + "@releve.example");
        await Page.Locator("#phrase").FillAsync(site.Passphrase);
        await Page.Locator("#sign-in button").ClickAsync();
        await Page.WaitForURLAsync("**" + VisitorLinks.SpacePath.In(language));
        site.SignedIn[name] =
        [
            .. (await context.CookiesAsync()).Select(cookie => new Cookie
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Domain = cookie.Domain,
                Path = cookie.Path,
                Expires = cookie.Expires,
                HttpOnly = cookie.HttpOnly,
                Secure = cookie.Secure,
                SameSite = cookie.SameSite,
            }),
        ];
    }

    /// <summary>Presses the tabulator until what is looked for has the focus; every stop on the way is seen to have it.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var press = 0; press < MostTabs; press++)
        {
            await Page.Keyboard.PressAsync("Tab");
            // Within a field for a date its parts have the focus, one after the other, and the browser shows which.
            var unseen = await Page.EvaluateAsync<string?>(
                """
                () => {
                  const e = document.activeElement;
                  if (e === document.body || !e.matches(":focus")) return null;
                  return e.getBoundingClientRect().width > 1 && getComputedStyle(e).outlineStyle !== "none" ? null : e.outerHTML.slice(0, 120);
                }
                """
            );
            unseen.ShouldBeNull();
            if (await Page.EvaluateAsync<bool>("wanted => document.activeElement.matches(wanted)", selector))
            {
                return;
            }
        }
        throw new InvalidOperationException($"The tabulator does not reach {selector}.");
    }

    /// <summary>Runs axe on the page, from its top; each violation as one line.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        // A page may have scrolled itself, as a conversation does. Whatever is then cut by the head that stays is no small target.
        await Page.EvaluateAsync("window.scrollTo({ top: 0, behavior: 'instant' })");
        var result = await Page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
            }
        );
        return
        [
            .. result.Violations.Select(violation =>
                $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"
            ),
        ];
    }

    /// <summary>By how many pixels the page is wider than the window, and what sticks out; null when nothing does.</summary>
    public async Task<string?> OverflowAsync() =>
        await Page.EvaluateAsync<string?>(
            """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return null;
              const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1);
              return `${document.documentElement.scrollWidth - width} px: ` + wide.slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ');
            }
            """
        );

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private void Watch()
    {
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                slips.Add($"console: {message.Text} ({message.Location})");
            }
        };
        Page.PageError += (_, error) => slips.Add("script: " + error);
        Page.RequestFailed += (_, request) =>
        {
            // What a page no longer needs is given up when the visitor goes on.
            if (request.Failure is not "net::ERR_ABORTED")
            {
                slips.Add($"failed: {request.Url} {request.Failure}");
            }
        };
        Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(origin + "/", StringComparison.Ordinal) && !Inline().IsMatch(request.Url))
            {
                slips.Add("another server: " + request.Url);
            }
        };
        Page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                slips.Add($"{response.Status}: {response.Url}");
            }
        };
    }

    [GeneratedRegex("^(data|blob|about):")]
    private static partial Regex Inline();
}
