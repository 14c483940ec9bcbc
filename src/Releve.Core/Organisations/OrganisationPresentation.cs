using Releve.Core.Languages;

namespace Releve.Core.Organisations;

/// <summary>What an organisation says of itself on its page; null leaves a part out.</summary>
/// <param name="Presentation">Who they are; plain text, an empty line between paragraphs.</param>
/// <param name="Facts">A few facts; plain text, one a line.</param>
/// <param name="Website">http or https.</param>
/// <param name="Phone">As it is dialled.</param>
/// <param name="Email">A public address.</param>
/// <param name="MailDomain">The domain of the colleagues' addresses.</param>
public sealed record OrganisationPresentation(LocalText? Presentation, LocalText? Facts, string? Website, string? Phone, string? Email, string? MailDomain);
