using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Carers;

/// <summary>What I say of myself. Two tabs do not overwrite each other: the later one is shown both and decides.</summary>
[Authorize(Access.SignedIn)]
public sealed class ProfileModel(AppDb db, EditProfile edit, ProfessionCatalogue professions, Gazetteer gazetteer, Visitor visitor, TimeProvider time)
    : FormPage
{
    public override string Heading => T["Carers.profile"];

    [BindProperty(Name = "")]
    public ProfileForm Form { get; set; } = new();

    /// <summary>It has just been stored.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    /// <summary>What was verified is to be verified anew.</summary>
    [BindProperty(SupportsGet = true, Name = "recheck")]
    public bool AskedAnew { get; set; }

    /// <summary>What another tab stored meanwhile and differs from what was typed here.</summary>
    public IReadOnlyList<ProfileDifference> Differences { get; private set; } = [];

    /// <summary>The professions that are verified now.</summary>
    public IReadOnlyList<string> Verified { get; private set; } = [];

    /// <summary>Professions that would not be verified any more: the person is asked before anything is stored.</summary>
    public IReadOnlyList<string> Undone { get; private set; } = [];

    /// <summary>The professions by their names in the page's language.</summary>
    public IEnumerable<(string Code, string Name)> Professions =>
        professions.Ordered(Language).Select(one => (one.Code, professions.LabelOf(one.Code, Language)));

    /// <summary>The professions of the form that have specialties.</summary>
    public IEnumerable<(string Profession, IReadOnlyList<Specialty> Specialties)> Specialties =>
        Form
            .Professions.Distinct(StringComparer.Ordinal)
            .OfType<string>()
            .Select(code => (code, professions.SpecialtiesOf(code, Language)))
            .Where(one => one.Item2.Count > 0);

    /// <summary>The names of some professions, in words.</summary>
    public string NamesOf(IEnumerable<string> codes) => T.List([.. codes.Select(NameOf)]);

    public string NameOf(string code) => professions.LabelOf(code, Language);

    /// <summary>What is unusual about the number; null when nothing is, or nothing is there.</summary>
    public string? RppsWarning =>
        string.IsNullOrWhiteSpace(Form.Rpps) ? null
        : !Rpps.TryParse(Form.Rpps, out var rpps) ? T["Carers.rpps.length"]
        : rpps.HasUsualCheckDigit ? null
        : T["Carers.rpps.check"];

    /// <inheritdoc cref="RppsWarning"/>
    public string? InamiWarning =>
        string.IsNullOrWhiteSpace(Form.Inami) ? null
        : !Inami.TryParse(Form.Inami, out var inami) ? T["Carers.inami.length"]
        : inami.HasUsualCheckDigits ? null
        : T["Carers.inami.check"];

    public override string AddressIn(Language language) => CarersLinks.ProfilePath.In(language);

    public async Task OnGetAsync()
    {
        await ReadVerifiedAsync();
        var (words, version) = await StoredAsync();
        Form = ProfileForm.Of(words, version, gazetteer, Language);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadVerifiedAsync();
        var now = time.GetUtcNow().UtcDateTime;
        var words = new ReadProfileForm(Form, professions, gazetteer, T, Refuse).Run(now.Year);
        if (Errors.Count > 0)
        {
            return Again();
        }
        var answer = await edit.RunAsync(visitor.AccountId, words, Form.Version, now, Form.Recheck);
        switch (answer.Outcome)
        {
            case ProfileOutcome.Stored:
                return LocalRedirect(CarersLinks.Saved(Language) + (answer.Undone.Count > 0 ? "&recheck=true" : ""));
            case ProfileOutcome.UndoesVerification:
                Undone = answer.Undone;
                return Again(StatusCodes.Status409Conflict);
            default:
                return await OvertakenAsync(words);
        }
    }

    private async Task<IActionResult> OvertakenAsync(ProfileWords words)
    {
        var (stored, version) = await StoredAsync();
        Differences = ProfileDifference.Between(stored, words, new ProfileWording(T, professions, gazetteer));
        if (Differences.Count == 0)
        {
            // The button was pressed twice: the first press has stored the same.
            return LocalRedirect(CarersLinks.Saved(Language));
        }
        // Whoever has read both and sends the form again overwrites what is stored now, and not what comes after.
        Form.Version = version;
        ModelState.Clear();
        return Again(StatusCodes.Status409Conflict);
    }

    /// <summary>Shows the specialties of the professions chosen, without storing anything.</summary>
    public async Task<PageResult> OnPostSpecialtiesAsync()
    {
        await ReadVerifiedAsync();
        return Page();
    }

    private async Task ReadVerifiedAsync() =>
        Verified = await db
            .Verifications.Where(one => one.AccountId == visitor.AccountId && one.Status == VerificationStatus.Verified)
            .Select(one => one.Profession)
            .ToListAsync();

    private async Task<(ProfileWords Words, int Version)> StoredAsync()
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == visitor.AccountId);
        var profile = await db.CarerProfiles.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == visitor.AccountId);
        return (ProfileWords.Of(account, profile), profile?.Version ?? EditProfile.NoVersion);
    }
}
