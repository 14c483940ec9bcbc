using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.TestKit;

namespace Releve.Web.Tests.Accounts;

/// <summary>The authenticator: set up, asked for, replaced by a recovery code, and needed by those who act for others.</summary>
public sealed class SecondFactorTests
{
    private const string Security = "/fr/mon-espace/securite";
    private const string Phrase = "trois vélos sous la pluie";

    [Fact]
    public async Task Once_set_up_it_is_asked_for_and_a_recovery_code_works_once()
    {
        await using var site = await SignInTests.StartAsync();
        var owner = await site.SignedInAsync(await site.ReadAsync(db => db.Accounts.SingleAsync()));
        var codes = await SetUpAsync(owner, Real());
        codes.Count.ShouldBe(10);

        var first = await StepAsync(site, codes[0], HttpStatusCode.Redirect);
        first.Location.ShouldBe("/fr/mon-espace");
        await StepAsync(site, codes[0], HttpStatusCode.UnprocessableEntity);
        await StepAsync(site, "000000", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_second_step_needs_the_first()
    {
        await using var site = await SignInTests.StartAsync();
        var visitor = site.Visitor();

        (await visitor.StatusOfAsync("/fr/connexion/second-facteur")).ShouldBe(HttpStatusCode.Redirect);
        visitor.Location.ShouldBe("/fr/connexion");
    }

    [Fact]
    public async Task A_wrong_figure_turns_nothing_on()
    {
        await using var site = await SignInTests.StartAsync();
        var owner = await site.SignedInAsync(await site.ReadAsync(db => db.Accounts.SingleAsync()));
        var page = await owner.FillAsync(Security, "form[action$=Authenticator]", HttpStatusCode.OK);

        var again = await owner.SubmitAsync(page, Security, "form[action$=Confirm]", HttpStatusCode.UnprocessableEntity, ("Code", "12 34 56"));

        again.QuerySelector("#code-error").ShouldNotBeNull();
        again.QuerySelector(".code")!.TextContent.ShouldBe(page.QuerySelector(".code")!.TextContent);
        (await site.ReadAsync(db => db.Accounts.SingleAsync())).TwoFactorEnabled.ShouldBeFalse();
    }

    [Fact]
    public async Task A_stolen_database_holds_neither_key_nor_recovery_codes()
    {
        await using var site = await SignInTests.StartAsync();
        var owner = await site.SignedInAsync(await site.ReadAsync(db => db.Accounts.SingleAsync()));
        var page = await owner.FillAsync(Security, "form[action$=Authenticator]", HttpStatusCode.OK);
        var key = KeyOf(page);
        var done = await owner.SubmitAsync(page, Security, "form[action$=Confirm]", HttpStatusCode.OK, ("Code", Figures(key, Real())));
        var codes = done.QuerySelectorAll(".codes code").Select(code => code.TextContent).ToList();

        var stored = await site.ReadAsync(db => db.Accounts.SingleAsync());

        stored.AuthenticatorKey!.ShouldNotContain(key);
        stored.RecoveryCodes.Length.ShouldBe(10);
        stored.RecoveryCodes.Intersect(codes).ShouldBeEmpty();
    }

    /// <summary>The framework's authenticator reads the machine's clock, and no other.</summary>
    internal static DateTimeOffset Real() => TimeProvider.System.GetUtcNow();

    /// <summary>Sets an authenticator up; the recovery codes.</summary>
    internal static async Task<IReadOnlyList<string>> SetUpAsync(TestVisitor owner, DateTimeOffset now)
    {
        var page = await owner.FillAsync(Security, "form[action$=Authenticator]", HttpStatusCode.OK);
        var done = await owner.SubmitAsync(page, Security, "form[action$=Confirm]", HttpStatusCode.OK, ("Code", Figures(KeyOf(page), now)));
        return [.. done.QuerySelectorAll(".codes code").Select(code => code.TextContent)];
    }

    /// <summary>Signs in and answers the second step with a code.</summary>
    internal static async Task<TestVisitor> StepAsync(TestSite site, string code, HttpStatusCode expected)
    {
        var visitor = site.Visitor();
        await SignInTests.SignInAsync(visitor, "a@exemple.fr", Phrase, HttpStatusCode.Redirect);
        visitor.Location.ShouldBe("/fr/connexion/second-facteur");
        await visitor.FillAsync("/fr/connexion/second-facteur", "main form", expected, ("Code", code));
        return visitor;
    }

    private static string KeyOf(IHtmlDocument page) => page.QuerySelector(".code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The six figures of an authenticator (RFC 6238: HMAC-SHA-1, thirty seconds).</summary>
    private static string Figures(string key, DateTimeOffset now)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard's own choice.
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset, 4)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string base32)
    {
        var bits = string.Concat(
            base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0'))
        );
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }
}
